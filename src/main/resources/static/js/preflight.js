/* The review page works without this: what a check blocks, the server refuses. With it the button says so before it is pressed. */
(() => {
	"use strict";

	const button = document.querySelector(".x-submit");
	const open = button && !button.disabled;

	const verdict = document.querySelector("[data-verdict]");

	document.body.addEventListener("htmx:load", (event) => {
		const panel = event.target.closest("[data-preflight]");
		if (panel && verdict) {
			verdict.textContent = panel.querySelector("#preflight-sum").textContent.trim();
		}
		if (panel && open) {
			button.disabled = panel.dataset.blocks !== "0";
			if (button.disabled) {
				button.setAttribute("aria-describedby", "preflight-sum");
			}
			else {
				button.removeAttribute("aria-describedby");
			}
		}
	});
})();
