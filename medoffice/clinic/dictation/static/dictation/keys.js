"use strict";
/* The name of a key as it is kept and shown: what is held beside it first, then the key as the browser calls it. */
const keyOf = (event) => (event.ctrlKey || event.metaKey ? "Ctrl+" : "") + (event.altKey ? "Alt+" : "") + (event.shiftKey ? "Shift+" : "") + (event.key.length === 1 ? event.key.toLowerCase() : event.key);
