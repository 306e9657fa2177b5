"""An article that tries to be more than text, of our own writing."""

from __future__ import annotations

HOSTILE = (
    "Title: =HYPERLINK(\"http://evil.example\") <script>alert('title')</script>\n"
    "Date: 2024-03-07\nSource: <img src=x onerror=alert(1)>\n\n"
    "The mayor of Northcliff, Edith <b onmouseover=alert(2)>Marlowe</b>, opened the bridge on Thursday. "
    '"</script><script>alert(3)</script> We are glad," said Edith Marlowe. '
    "{{ 7 * 7 }} {% raw %} ]]> <!-- --> "
    "\u202eesrever\u202c and a \x1b[31m red bell \x07 rang in Northcliff, the ministry of transport said.\n"
)
