/* Loaded in the head so that the theme of the system is there before the first paint. Everything here is a comfort: pages work without. */
(() => {
	"use strict";

	const root = document.documentElement;
	const prefersDark = window.matchMedia("(prefers-color-scheme: dark)");

	let theme = root.dataset.bsTheme;

	const applyTheme = () => {
		root.dataset.bsTheme = theme === "auto" ? (prefersDark.matches ? "dark" : "light") : theme;
	};

	applyTheme();
	prefersDark.addEventListener("change", applyTheme);

	// In the page's language, spelled as the reader's country does.
	const language = navigator.languages.find((it) => it.split("-")[0] === root.lang) || root.lang;
	const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
	const absolute = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "medium" });
	const clock = new Intl.DateTimeFormat(language, { timeStyle: "medium", hourCycle: "h23" });
	const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
	const units = [["year", 31536000], ["month", 2592000], ["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];

	const distance = (time) => {
		const seconds = Math.round((time - Date.now()) / 1000);
		const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) || units.at(-1);
		return relative.format(Math.trunc(seconds / size), unit);
	};

	const localTimes = (scope) => {
		for (const element of scope.querySelectorAll("time[datetime]:not([data-said])")) {
			const time = new Date(element.dateTime);
			if (Number.isNaN(time.valueOf()) || !element.textContent) {
				continue;
			}
			element.dataset.said = "";
			if ("timeOnly" in element.dataset) {
				element.textContent = clock.format(time);
				continue;
			}
			element.title ||= element.textContent.trim();
			element.textContent = absolute.format(time);
			const beside = document.createElement("span");
			beside.className = "u-relative";
			beside.textContent = ` ${distance(time)}`;
			element.append(beside);
		}
	};

	const zoneNotes = (scope) => {
		for (const note of scope.querySelectorAll("[data-zone]:not([data-said])")) {
			note.dataset.said = "";
			note.textContent = note.dataset.zone.replace("%s", zone);
		}
	};

	const enhance = (scope) => {
		localTimes(scope);
		zoneNotes(scope);
	};

	if (!navigator.clipboard) {
		root.classList.add("u-no-clipboard");
	}

	// What is said otherwise is said so before it is painted, whenever it arrives, or the page would move under the reader's eyes.
	new MutationObserver(() => enhance(document)).observe(root, { childList: true, subtree: true });

	/* Without asking for the page again, which may hold what is being typed. */
	const chooseTheme = (choice) => {
		theme = choice.dataset.themeChoice;
		document.cookie = `understudy-theme=${theme}; path=/; max-age=31536000; samesite=lax${location.protocol === "https:" ? "; secure" : ""}`;
		applyTheme();
		document.querySelectorAll("[data-theme-choice]").forEach((it) => it.toggleAttribute("aria-current", it === choice));
		choice.setAttribute("aria-current", "true");
	};

	const copy = async (button) => {
		await navigator.clipboard.writeText(button.dataset.copy);
		const told = button.querySelector(".u-copied");
		told.textContent = button.dataset.copied;
		setTimeout(() => { told.textContent = ""; }, 2000);
	};

	document.addEventListener("click", (event) => {
		const choice = event.target.closest("[data-theme-choice]");
		if (choice) {
			event.preventDefault();
			chooseTheme(choice);
		}
		const button = event.target.closest("[data-copy]");
		if (button) {
			copy(button);
		}
		document.querySelectorAll("[data-menu][open]").forEach((menu) => {
			if (!menu.contains(event.target)) {
				menu.open = false;
			}
		});
	});

	document.addEventListener("keydown", (event) => {
		const menu = event.key === "Escape" && document.querySelector("[data-menu][open]");
		if (menu) {
			menu.open = false;
			menu.querySelector("summary").focus();
		}
	});

	document.addEventListener("DOMContentLoaded", () => {
		// Who followed a link to a field wants to be there.
		const target = location.hash && document.getElementById(location.hash.slice(1));
		(target || document.querySelector("[data-error-summary]"))?.focus();
	});

	// What asks for itself again rests while nobody looks, and for good where there is nothing more to hear.
	const silent = new WeakSet();
	document.addEventListener("htmx:beforeRequest", (event) => {
		const element = event.detail.elt;
		if (element.getAttribute("hx-trigger")?.startsWith("every") && (document.hidden || silent.has(element))) {
			event.preventDefault();
		}
	});

	// Whatever was typed stays on the page; sending the form itself leads over the sign-in.
	document.addEventListener("htmx:responseError", (event) => {
		if ([401, 404].includes(event.detail.xhr.status)) {
			silent.add(event.detail.elt);
		}
		if (event.detail.xhr.status === 401) {
			document.querySelectorAll("[data-signed-out]").forEach((note) => { note.hidden = false; });
		}
	});
})();
