/* The draft form works without this: its fields offer the first names there are. With it they search while somebody types (ARIA 1.2, combobox with a listbox), and choosing an endpoint fills in its variants. */
(() => {
	"use strict";

	const form = document.querySelector("[data-draft]");
	const PAUSE = 150;

	const combobox = (box, number) => {
		const input = box.querySelector("input");
		const list = document.createElement("ul");
		const status = document.createElement("p");
		let options = [];
		let active = -1;
		let timer = 0;
		let asked = 0;

		list.id = `combobox-${number}`;
		list.className = "c-options";
		list.setAttribute("role", "listbox");
		list.setAttribute("aria-label", box.querySelector("label span").textContent);
		list.hidden = true;
		status.className = "visually-hidden";
		status.setAttribute("role", "status");
		input.removeAttribute("list");
		input.setAttribute("role", "combobox");
		input.setAttribute("aria-autocomplete", "list");
		input.setAttribute("aria-expanded", "false");
		input.setAttribute("aria-controls", list.id);
		input.setAttribute("autocomplete", "off");
		const field = document.createElement("div");
		field.className = "c-combobox";
		input.replaceWith(field);
		field.append(input, list, status);

		const close = () => {
			clearTimeout(timer);
			asked += 1;
			list.hidden = true;
			active = -1;
			input.setAttribute("aria-expanded", "false");
			input.removeAttribute("aria-activedescendant");
			status.textContent = "";
		};

		const point = (index) => {
			options[active]?.setAttribute("aria-selected", "false");
			active = index;
			options[active].setAttribute("aria-selected", "true");
			options[active].scrollIntoView({ block: "nearest" });
			input.setAttribute("aria-activedescendant", options[active].id);
		};

		const choose = (option) => {
			input.value = option.dataset.value;
			close();
			input.dispatchEvent(new Event("input", { bubbles: true }));
			close();
			input.dispatchEvent(new Event("change", { bubbles: true }));
		};

		const search = async (text) => {
			const mine = asked += 1;
			const address = new URL(box.dataset.search, location.href);
			address.searchParams.set("q", text);
			const answer = await fetch(address, { headers: { "HX-Request": "true" } }).catch(() => null);
			// Whoever went on typing, or left, does not want this any more.
			if (!answer?.ok || answer.redirected || mine !== asked || document.activeElement !== input) {
				return false;
			}
			const html = await answer.text();
			if (mine !== asked) {
				return false;
			}
			list.innerHTML = html;
			status.textContent = list.querySelector("[data-status]").dataset.status;
			options = [...list.querySelectorAll("[role=option]")];
			options.forEach((option, index) => { option.id = `${list.id}-${index}`; });
			active = -1;
			input.removeAttribute("aria-activedescendant");
			list.hidden = false;
			input.setAttribute("aria-expanded", "true");
			return options.length > 0;
		};

		input.addEventListener("input", () => {
			clearTimeout(timer);
			// What is filled in from elsewhere needs no list.
			if (document.activeElement !== input) {
				return;
			}
			timer = setTimeout(() => search(input.value), PAUSE);
		});
		input.addEventListener("keydown", async (event) => {
			const isOpen = !list.hidden;
			if (event.key === "ArrowDown" || event.key === "ArrowUp") {
				event.preventDefault();
				const down = event.key === "ArrowDown";
				// Whoever opens the list of what is filled in wants to see what else there is.
				if (isOpen ? options.length > 0 : await search("")) {
					point(active < 0 ? (down ? 0 : options.length - 1) : (active + (down ? 1 : -1) + options.length) % options.length);
				}
			}
			else if (event.key === "Enter" && isOpen && active >= 0) {
				event.preventDefault();
				choose(options[active]);
			}
			else if (event.key === "Escape" && isOpen) {
				event.stopPropagation();
				close();
			}
		});
		input.addEventListener("click", () => {
			if (list.hidden) {
				search("");
			}
		});
		input.addEventListener("blur", close);
		list.addEventListener("mousedown", (event) => event.preventDefault());
		list.addEventListener("click", (event) => {
			const option = event.target.closest("[role=option]");
			if (option) {
				choose(option);
			}
		});
	};

	const field = (variant, name) => form.elements[`variants[${variant}].${name}`];

	// What a field is filled with from the endpoint; the shadow is a copy without a model.
	const wanted = (today) => {
		const { name, model, type, count, shadow } = today.dataset;
		return name ? [[field(0, "name"), name], [field(0, "model"), model], [field(0, "instanceType"), type], [field(0, "instanceCount"), count],
			[field(1, "name"), shadow], [field(1, "instanceType"), type], [field(1, "instanceCount"), count]].filter(([input]) => input && !input.readOnly) : [];
	};

	// Only what is empty, or was filled in like this before: nothing that somebody typed is lost.
	const fill = (today) => {
		const changed = wanted(today).filter(([input, value]) => input.value !== value && (input.value.trim() === "" || input.value === input.dataset.filled));
		changed.forEach(([input, value]) => {
			input.value = value;
			input.dispatchEvent(new Event("input", { bubbles: true }));
		});
		wanted(today).filter(([input, value]) => input.value === value).forEach(([input, value]) => { input.dataset.filled = value; });
		// One check is enough for all of them.
		changed.at(-1)?.[0].dispatchEvent(new Event("change", { bubbles: true }));
	};

	const follow = (box) => {
		const input = box.querySelector("input");
		const now = document.getElementById("endpoint-today");
		let asked = 0;
		wanted(now).filter(([it, value]) => it.value === value).forEach(([it, value]) => { it.dataset.filled = value; });
		input.addEventListener("change", async () => {
			const mine = asked += 1;
			const address = new URL(box.dataset.today, location.href);
			address.searchParams.set("name", input.value);
			const answer = await fetch(address, { headers: { "HX-Request": "true" } }).catch(() => null);
			if (!answer?.ok || answer.redirected || mine !== asked) {
				return;
			}
			const part = document.createElement("template");
			part.innerHTML = await answer.text();
			const today = part.content.getElementById("endpoint-today");
			if (mine === asked && today) {
				// The same element, so that what it says now is read out.
				now.replaceChildren(...today.childNodes);
				Object.keys(now.dataset).forEach((key) => { delete now.dataset[key]; });
				Object.assign(now.dataset, today.dataset);
				fill(now);
			}
		});
	};

	// What somebody else has set is not to be chosen.
	form.querySelectorAll("[data-combobox]:not(:has(input[readonly]))").forEach(combobox);
	form.querySelectorAll("[data-today]").forEach(follow);
})();
