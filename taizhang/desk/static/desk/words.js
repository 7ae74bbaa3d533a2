// The drop-down says one thing in English when it is drawn, and again whenever something is chosen.
const said = { "Remove all items": "清空" };
const translate = (one) => { if (said[one.title]) one.title = said[one.title]; };
document.addEventListener("mouseover", (event) => translate(event.target));
window.addEventListener("load", () => document.querySelectorAll("[title]").forEach(translate));
