/* A file takes the place of what would be pasted; without this it is pasted. */
(() => {
	"use strict";

	document.querySelectorAll("[data-file-for]").forEach((field) => {
		field.hidden = false;
		field.querySelector("input").addEventListener("change", async (event) => {
			const file = event.target.files[0];
			if (file) {
				document.getElementById(field.dataset.fileFor).value = await file.text();
			}
		});
	});
})();
