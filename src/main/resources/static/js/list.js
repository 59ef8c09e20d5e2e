/* Picking all rows of a list at once. A comfort: each row can be picked without. */
(() => {
	"use strict";

	const all = document.querySelector("[data-pick-all]");
	const rows = [...document.querySelectorAll("[data-pick]")];
	const told = document.querySelector("[data-picked]");
	if (!all || !rows.length) {
		return;
	}
	const box = all.querySelector("input");
	const hint = told.textContent;

	const count = () => {
		const picked = rows.filter((row) => row.checked).length;
		box.checked = picked === rows.length;
		box.indeterminate = picked > 0 && picked < rows.length;
		told.textContent = picked ? told.dataset.picked.replace("%s", picked) : hint;
	};

	box.addEventListener("change", () => {
		rows.forEach((row) => { row.checked = box.checked; });
		count();
	});
	rows.forEach((row) => row.addEventListener("change", count));
	// A page that is come back to has its rows picked as they were.
	window.addEventListener("pageshow", count);
})();
