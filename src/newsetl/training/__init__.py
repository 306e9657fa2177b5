"""Scripts that make the weights and packed lists of ``newsetl.text``; nothing at run time imports them."""
