/* A chosen file goes into the text field, where it can be looked at and put right. Without this it is sent. */
(() => {
	"use strict";

	const text = document.querySelector("[data-import-text]");
	const field = document.querySelector("[data-import-file]");
	const encoder = new TextEncoder();

	const judge = () => {
		const tooLarge = encoder.encode(text.value).length > Number(text.dataset.limit);
		text.setCustomValidity(tooLarge ? text.dataset.tooLarge : "");
		return !tooLarge;
	};

	const take = async (input) => {
		const [file] = input.files;
		if (!file) {
			return;
		}
		if (file.size > Number(text.dataset.limit)) {
			input.setCustomValidity(text.dataset.tooLarge);
			input.reportValidity();
			return;
		}
		input.setCustomValidity("");
		text.value = await file.text();
		judge();
		text.focus();
		text.setSelectionRange(0, 0);
	};

	const input = field.querySelector("input");
	input.removeAttribute("name");
	input.addEventListener("change", () => take(input));
	text.addEventListener("input", judge);
})();
