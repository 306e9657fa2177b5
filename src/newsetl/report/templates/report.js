"use strict";
// A link to a figure opens it: the figure itself and whatever it is folded into.
function reveal() {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (let at = target; at; at = at.parentElement) if (at.localName === "details") at.open = true;
  const figure = target.closest("details");
  (figure ?? target).scrollIntoView({ block: "start" });
  figure?.querySelector("summary")?.focus({ preventScroll: true });
}
addEventListener("hashchange", reveal);
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href^='#']");
  if (link && link.getAttribute("href") === location.hash) reveal();
});
for (const button of document.querySelectorAll("button[data-open]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const open = button.dataset.open === "yes";
    for (const details of document.querySelectorAll("main details")) details.open = open;
  });
}
reveal();
