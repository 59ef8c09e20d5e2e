/* Pages of an experiment work without this. With it a form is sent once however often its button is pressed, and progress bars move. */
(() => {
	"use strict";

	document.querySelectorAll("form[data-once]").forEach((form) => {
		form.addEventListener("submit", (event) => {
			if (form.dataset.sent) {
				event.preventDefault();
			}
			form.dataset.sent = "true";
		});
		// Back from the next page, the form can be sent again.
		window.addEventListener("pageshow", () => { delete form.dataset.sent; });
	});

	setInterval(() => {
		document.querySelectorAll("progress[data-begins]").forEach((bar) => {
			const begins = Date.parse(bar.dataset.begins);
			const ends = Date.parse(bar.dataset.ends);
			bar.value = Math.min(1000, Math.max(0, 1000 * (Date.now() - begins) / (ends - begins)));
		});
	}, 10000);
})();
