/* The text of a chosen file is put where it can be looked at. Without this the file is sent. */
(() => {
	"use strict";

	document.querySelectorAll("[data-file-for]").forEach((field) => {
		const input = field.querySelector("input");
		input.removeAttribute("name");
		input.addEventListener("change", async () => {
			const [file] = input.files;
			if (file) {
				document.getElementById(field.dataset.fileFor).value = await file.text();
			}
		});
	});
})();
