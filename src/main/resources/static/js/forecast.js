/* An end that a button has set is as good as a typed one: whoever listens to the form hears of it. */
(() => {
	"use strict";

	document.body.addEventListener("htmx:oobAfterSwap", (event) => {
		const end = event.detail.target.id === "end-moment" && document.getElementById("end");
		if (end) {
			["input", "change"].forEach((type) => end.dispatchEvent(new Event(type, { bubbles: true })));
		}
	});
})();
