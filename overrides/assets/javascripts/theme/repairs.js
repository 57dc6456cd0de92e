// What the theme's script makes and leaves unfinished: a <nav> without a name around each copy button, which is one
// landmark too many, and boxes around wide tables that scroll but that the keyboard cannot reach.
function name() {
  for (const nav of document.querySelectorAll(".md-code__nav:not([role])")) nav.setAttribute("role", "none");
}

function measure() {
  for (const box of document.querySelectorAll(".md-typeset__scrollwrap, .wide")) {
    if (box.scrollWidth > box.clientWidth) box.setAttribute("tabindex", "0");
    else box.removeAttribute("tabindex");
  }
}

/** @type {number | undefined} */
let due;

/** Waits until the page is quiet: measuring boxes while it is being built would lay it out again and again. */
function measureSoon() {
  clearTimeout(due);
  due = setTimeout(measure, 100);
}

new MutationObserver(() => {
  name();
  measureSoon();
}).observe(document.documentElement, {
  childList: true,
  subtree: true,
});
addEventListener("resize", measureSoon);
name();
measureSoon(); // a page of tables alone changes no further
