/* The draft form works without this: its fields offer the first names there are. With it they search while somebody types (ARIA 1.2, combobox with a listbox), and choosing an endpoint fills in its variants. */
(() => {
	"use strict";

	const form = document.querySelector("[data-draft]");
	const PAUSE = 150;
	// As many as one can look through without searching.
	const FEW = 8;

	/* "find" gives the options for a text, and beside them how many there are. */
	const combobox = (box, number, find) => {
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
			const found = await find(text);
			// Whoever went on typing, or left, does not want this any more.
			if (!found || mine !== asked || document.activeElement !== input) {
				return false;
			}
			list.replaceChildren(found);
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

	/* What there is in the account. */
	const inCatalog = (box) => async (text) => {
		const address = new URL(box.dataset.search, location.href);
		address.searchParams.set("q", text);
		const answer = await fetch(address, { headers: { "HX-Request": "true" } }).catch(() => null);
		if (!answer?.ok || answer.redirected) {
			return null;
		}
		const part = document.createElement("template");
		part.innerHTML = await answer.text().catch(() => "");
		return part.content.querySelector("[data-status]") ? part.content : null;
	};

	const plain = (text) => text.toLowerCase().replaceAll("_", " ").trim();

	const element = (name, text, attributes) => {
		const it = document.createElement(name);
		it.textContent = text;
		Object.entries(attributes).forEach(([key, value]) => it.setAttribute(key, value));
		return it;
	};

	/* What can be chosen here anyway. */
	const among = (box, select) => (text) => {
		const values = new Set([...select.options].map((option) => option.value).filter(Boolean));
		const matching = [...values].filter((value) => plain(value).includes(plain(text)));
		const said = matching.length ? box.dataset.found.replace("%s", matching.length) : box.dataset.none;
		const found = document.createDocumentFragment();
		found.append(element("template", "", { "data-status": said }));
		matching.forEach((value) => found.append(element("li", value, { role: "option", "aria-selected": "false", "data-value": value })));
		if (!matching.length) {
			found.append(element("li", said, { class: "c-none", role: "presentation" }));
		}
		return found;
	};

	/* A browser knows the time zones itself, so that no page has to carry them. */
	const complete = (zones) => {
		const there = new Set([...zones.options].map((option) => option.value));
		(Intl.supportedValuesOf?.("timeZone") ?? []).filter((zone) => !there.has(zone)).forEach((zone) => zones.append(new Option(zone, zone)));
	};

	/* The list of choices goes on holding what is chosen; a field to search it takes its place. Only what is in it can be chosen. */
	const searched = (box, number) => {
		const select = box.querySelector("select");
		const input = element("input", "", { type: "text", id: select.id, class: `form-control ${select.className.replace("form-select", "")}`, spellcheck: "false", placeholder: [...select.options].find((option) => !option.value)?.text ?? "" });
		["aria-describedby", "aria-required", "aria-invalid"].filter((name) => select.hasAttribute(name)).forEach((name) => input.setAttribute(name, select.getAttribute(name)));
		const show = () => { input.value = select.value; };
		select.removeAttribute("id");
		select.hidden = true;
		select.before(input);
		show();
		combobox(box, number, among(box, select));
		input.addEventListener("change", () => {
			const wanted = [...select.options].find((option) => plain(option.value) === plain(input.value));
			const before = select.value;
			select.value = wanted?.value ?? before;
			show();
			if (select.value !== before) {
				["input", "change"].forEach((type) => select.dispatchEvent(new Event(type, { bubbles: true })));
			}
		});
		select.addEventListener("change", show);
		input.addEventListener("focus", () => input.select());
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

	// Whatever is asked of an account is asked of the one that is chosen.
	form.querySelectorAll("select[name=target]").forEach((target) => target.addEventListener("change", () => {
		["data-search", "data-today", "hx-post"].forEach((name) => form.querySelectorAll(`[${name}*="target="]`).forEach((element) => {
			const address = new URL(element.getAttribute(name), location.href);
			address.searchParams.set("target", target.value);
			element.setAttribute(name, address.pathname + address.search);
		}));
		window.htmx?.process(form);
	}));

	// What somebody else has set is not to be chosen.
	form.querySelectorAll("[data-combobox]:not(:has(input[readonly]))").forEach((box, number) => combobox(box, number, inCatalog(box)));
	form.querySelectorAll("[data-form-zone]").forEach(complete);
	[...form.querySelectorAll("[data-choices]:has(select)")].filter((box) => box.querySelector("select").options.length > FEW).forEach((box, number) => searched(box, `choices-${number}`));
	form.querySelectorAll("[data-today]").forEach(follow);
})();
