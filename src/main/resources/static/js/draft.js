/* The draft form, and that of an update, work without this. With it fields are checked when they are left, the slider moves with the number, and times are in the reader's zone. */
(() => {
	"use strict";

	const form = document.querySelector("[data-draft]");
	const visited = form.querySelector("[data-visited]");
	const left = new Set();

	const check = (field) => {
		if (!visited || !field.name || field.type === "hidden" || field.tagName === "BUTTON") {
			return;
		}
		left.add(field.name);
		visited.value = [...left].join(",");
		form.querySelector("[data-checks]").dispatchEvent(new CustomEvent("draft-check"));
	};

	form.addEventListener("focusout", (event) => {
		// A button that is about to be pressed answers with a whole page.
		if (event.relatedTarget?.tagName !== "BUTTON") {
			check(event.target);
		}
	});
	form.addEventListener("change", (event) => check(event.target));
	form.querySelectorAll(".is-invalid").forEach((field) => left.add(field.name));

	document.body.addEventListener("htmx:oobAfterSwap", (event) => {
		// The event tells of the element that was; the one that is has taken its id.
		const slot = document.getElementById(event.detail.target.id);
		const field = slot?.id.endsWith("-error") && document.getElementById(slot.id.slice(0, -6));
		if (field) {
			const wrong = slot.querySelector(".u-error") !== null;
			field.classList.toggle("is-invalid", wrong);
			if (wrong) {
				field.setAttribute("aria-invalid", "true");
			}
			else {
				field.removeAttribute("aria-invalid");
			}
		}
	});

	form.querySelectorAll("[data-slider]").forEach((slider) => {
		const number = document.getElementById(slider.dataset.slider);
		const follow = () => { slider.value = number.value || 100; };
		slider.hidden = number.readOnly;
		follow();
		number.addEventListener("input", follow);
		slider.addEventListener("input", () => { number.value = slider.value; });
		slider.addEventListener("change", () => check(number));
	});

	const start = form.querySelector("[data-start-field]");
	const modes = form.querySelectorAll("[data-start-mode]");
	const chosen = () => {
		if (!start || modes.length === 0) {
			return;
		}
		const later = form.querySelector("[data-start-mode]:checked")?.value === "later";
		start.querySelectorAll("input").forEach((input) => { input.disabled = !later; });
	};
	modes.forEach((mode) => mode.addEventListener("change", chosen));
	chosen();

	const zone = form.querySelector("[data-form-zone]");
	const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
	const local = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/;
	const two = (number) => String(number).padStart(2, "0");
	const inZone = (time) => {
		const text = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}T${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}`;
		// The second one of two that the clocks show has to be told from the first.
		return new Date(text).getTime() === time.getTime() ? text : text + offset(-time.getTimezoneOffset());
	};
	const offset = (minutes) => `${minutes < 0 ? "-" : "+"}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
	if (here && here !== "UTC" && ![...zone.options].some((option) => option.value === here)) {
		zone.append(new Option(here, here));
	}
	if (form.dataset.fresh && here && zone.value === "UTC") {
		zone.value = here;
		form.querySelectorAll("[data-moment]").forEach((moment) => {
			if (local.test(moment.value)) {
				const text = inZone(new Date(`${moment.value}Z`));
				moment.type = local.test(text) ? moment.type : "text";
				moment.value = text;
			}
		});
	}
})();
