// In a card that stands in a frame: tells the page around it how high it is, again when asked, and nothing else.
const last = document.querySelector("footer");
const below = parseFloat(getComputedStyle(document.body).paddingBottom) + 1;
const tell = () => parent.postMessage({ embedHeight: Math.ceil(last.getBoundingClientRect().bottom + scrollY + below) }, "*");
new ResizeObserver(tell).observe(document.querySelector("main"));
addEventListener("message", tell);
tell(); // a frame that is out of sight draws nothing yet, so its observer waits
