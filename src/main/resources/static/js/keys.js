/* The search palette and the keys. A comfort: each leads where a link leads as well. */
(() => {
	"use strict";

	const opener = document.querySelector("[data-palette]");
	if (!opener) {
		return;
	}

	const PATIENCE = 1500;

	const stored = (read) => {
		try {
			return read(localStorage);
		}
		catch {
			return null;
		}
	};

	const areOn = () => stored((kept) => kept.getItem("keys")) !== "off";

	const options = () => [...document.querySelectorAll("#palette-results [role=option]")];

	const choose = (option) => {
		const input = document.querySelector("#palette [role=combobox]");
		for (const each of options()) {
			each.setAttribute("aria-selected", each === option);
		}
		if (option) {
			input.setAttribute("aria-activedescendant", option.id);
			option.scrollIntoView({ block: "nearest" });
		}
		else {
			input.removeAttribute("aria-activedescendant");
		}
	};

	const chosen = () => document.querySelector("#palette-results [aria-selected=true]");

	const move = (by) => {
		const all = options();
		if (all.length) {
			const from = all.indexOf(chosen());
			choose(all[from < 0 ? (by > 0 ? 0 : all.length - 1) : (from + by + all.length) % all.length]);
		}
	};

	const inPalette = (event) => {
		if (event.isComposing) {
			return;
		}
		if (event.key === "ArrowDown" || event.key === "ArrowUp") {
			event.preventDefault();
			move(event.key === "ArrowDown" ? 1 : -1);
		}
		else if (event.key === "Enter" && chosen()) {
			event.preventDefault();
			chosen().click();
		}
	};

	const answered = (palette) => {
		const typed = palette.querySelector("[role=combobox]").value.trim();
		choose(typed ? options()[0] : undefined);
		palette.querySelector("[data-palette-status]").textContent = typed ? palette.querySelector("[data-palette-count]").textContent : "";
	};

	const furnish = (holder) => {
		const palette = holder.querySelector("#palette");
		palette.querySelector("[role=combobox]").addEventListener("keydown", inPalette);
		palette.addEventListener("htmx:afterSwap", () => answered(palette));
		// The same page at another place: nothing loads, so nothing else would close it.
		palette.addEventListener("click", (event) => {
			if (event.target.closest("[role=option]")) {
				palette.close();
			}
		});
		for (const dialog of holder.querySelectorAll("dialog")) {
			dialog.addEventListener("click", (event) => {
				if (event.target === dialog) {
					dialog.close();
				}
			});
		}
		const keys = holder.querySelector("[data-keys-switch]");
		keys.checked = areOn();
		keys.addEventListener("change", () => stored((kept) => kept.setItem("keys", keys.checked ? "on" : "off")));
	};

	let asked;
	const dialogs = () => {
		asked ||= fetch(opener.dataset.palette, { headers: { "HX-Request": "true" } })
			.then((answer) => answer.ok ? answer.text() : Promise.reject(new Error(answer.status)))
			.then((html) => {
				const holder = document.createElement("div");
				holder.innerHTML = html;
				document.body.append(holder);
				window.htmx?.process(holder);
				furnish(holder);
			});
		return asked;
	};

	const open = (id) => dialogs().then(() => {
		const dialog = document.getElementById(id);
		if (!document.querySelector("dialog[open]")) {
			dialog.showModal();
			dialog.querySelector("[role=combobox]")?.select();
		}
	}, () => location.assign(opener.href));

	let first = "";
	let forget;
	const remember = (key) => {
		first = key;
		clearTimeout(forget);
		forget = setTimeout(() => { first = ""; }, PATIENCE);
	};

	const isTyping = (element) => element.closest?.("input, textarea, select, [contenteditable]") || document.querySelector("dialog[open]");

	document.addEventListener("keydown", (event) => {
		if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k") {
			event.preventDefault();
			open("palette");
			return;
		}
		if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing || event.key === "Shift"
			|| isTyping(event.target) || !areOn()) {
			return;
		}
		const keys = first ? `${first} ${event.key}` : event.key;
		const link = document.querySelector(`[data-key="${CSS.escape(keys)}"]`);
		first = "";
		if (keys === "g") {
			remember(keys);
		}
		else if (keys === "/" || keys === "?") {
			event.preventDefault();
			open(keys === "/" ? "palette" : "keys");
		}
		else if (link) {
			event.preventDefault();
			link.click();
		}
	});

	document.addEventListener("click", (event) => {
		const wanted = event.target.closest("[data-opens]");
		if (wanted && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
			event.preventDefault();
			open(wanted.dataset.opens);
		}
	});
})();
