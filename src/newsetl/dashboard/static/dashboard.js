"use strict";
// A new publication shows by itself; somebody who is filling in a form is asked first.
const mine = document.body.dataset.version;
const banner = document.getElementById("newer");
async function look() {
  if (document.hidden) return;
  try {
    const answer = await fetch("/version", { cache: "no-store" });
    const { version } = await answer.json();
    if (version === mine || version === "none") return;
    const busy = document.activeElement?.matches("input, select") || document.querySelector("main details[open]");
    if (busy) banner.hidden = false;
    else location.reload();
  } catch { /* the server is away; the page stays as it is */ }
}
setInterval(look, 10000);
document.addEventListener("visibilitychange", look);
document.getElementById("reload")?.addEventListener("click", () => location.reload());
// empty fields would only make the address long
for (const form of document.querySelectorAll("form.filter, form.search")) {
  form.addEventListener("submit", () => {
    for (const field of form.querySelectorAll("input, select")) if (!field.value) field.disabled = true;
  });
}
addEventListener("pageshow", () => {
  for (const field of document.querySelectorAll("form [disabled]")) field.disabled = false;
});
if (matchMedia("(max-width: 640px)").matches) document.querySelector("details.filters")?.removeAttribute("open");
