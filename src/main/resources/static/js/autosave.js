/* Keeps what is typed into the draft form, on the server and until it is there in this browser. The form works without. */
(() => {
	"use strict";

	const form = document.querySelector("[data-draft]");
	const settings = form.querySelector("[data-autosave]");
	const line = document.getElementById("saved");
	const carried = new Set(["_csrf", "revision", "onto", "seen", "window", "turn", "visited"]);
	const pause = 1500;
	const longestPause = 30000;
	const longestGoodbye = 60000;
	const oldest = 30 * 24 * 3600 * 1000;
	const hidden = (name) => form.elements.namedItem(name);
	const here = hidden("window").value;
	let turn = Number(hidden("turn").value) || 0;

	const fields = () => [...new FormData(form)].filter(([name]) => name !== "_csrf");
	const text = () => JSON.stringify(fields().filter(([name]) => !carried.has(name)));

	/* What this browser keeps until the server has it: one entry for each form. */
	const shelf = {
		prefix: () => `understudy.typed:${settings.dataset.user}:${settings.dataset.experiment || "new"}:`,
		all() {
			try {
				return Object.keys(localStorage).filter((key) => key.startsWith(this.prefix()))
					.map((key) => ({ key, window: key.slice(this.prefix().length), ...JSON.parse(localStorage.getItem(key)) }))
					.sort((one, other) => other.turn - one.turn);
			}
			catch {
				return [];
			}
		},
		put(turn) {
			try {
				localStorage.setItem(this.prefix() + here, JSON.stringify({ turn, fields: fields() }));
				return true;
			}
			catch {
				return false;
			}
		},
		forget(key = this.prefix() + here) {
			try {
				localStorage.removeItem(key);
			}
			catch {
				// What cannot be stored is not there.
			}
		},
		lastForm(value) {
			try {
				const last = sessionStorage.getItem("understudy.form");
				sessionStorage.setItem("understudy.form", value);
				return last;
			}
			catch {
				return null;
			}
		}
	};

	let kept = text();
	let stored = true;
	let timer;
	let under;
	let failures = 0;
	let refused;
	let submitting = false;

	const say = (nodes, outcome, trouble) => {
		line.replaceChildren(...nodes);
		line.dataset.outcome = outcome;
		line.classList.toggle("x-unsaved", trouble);
	};

	const sayLocally = (which) => say([settings.querySelector(`[data-line="${which}"]`).content.cloneNode(true)], which, true);

	/* The first save of a new experiment makes its draft; from then on this page is that draft's, as if it had been opened there. */
	const become = (draft) => {
		const before = settings.dataset.address;
		if (before === draft) {
			return;
		}
		shelf.forget();
		settings.dataset.experiment = draft.split("/").at(-2);
		settings.dataset.address = draft;
		form.setAttribute("action", draft);
		["formaction", "hx-post"].forEach((name) => form.querySelectorAll(`[${name}^="${before}"]`).forEach((element) => {
			element.setAttribute(name, element.getAttribute(name).replace(before, draft));
		}));
		window.htmx?.process(form);
		form.querySelectorAll("select[name=target]").forEach((field) => { field.disabled = true; });
		form.querySelectorAll("[data-leave]").forEach((link) => { link.href = draft.replace(/\/draft$/, ""); });
		history.replaceState(null, "", draft + location.hash);
		hidden("onto").value = "1";
	};

	const answered = (status, html, sent) => {
		const next = new DOMParser().parseFromString(html, "text/html").getElementById("saved");
		if (!next) {
			throw new TypeError(`an answer of ${status} without a word about it`);
		}
		if (next.dataset.address) {
			become(next.dataset.address);
		}
		say([...next.childNodes], next.dataset.outcome, next.classList.contains("x-unsaved"));
		failures = 0;
		if (status === 200) {
			hidden("seen").value = next.dataset.seen;
			kept = sent;
			refused = undefined;
			if (text() === sent) {
				shelf.forget();
			}
		}
		else {
			refused = sent;
		}
	};

	const again = () => {
		failures += 1;
		clearTimeout(timer);
		timer = setTimeout(send, Math.min(longestPause, pause * 2 ** failures));
	};

	const post = (content, extra) => {
		const body = new URLSearchParams([...content, ["_csrf", hidden("_csrf").value], ...extra]);
		return fetch(`${settings.dataset.address}/autosave`, { method: "POST", body, headers: { "HX-Request": "true" }, redirect: "error", keepalive: body.toString().length < longestGoodbye, signal: under?.signal });
	};

	/* Each is later than the one before, whatever the clock does meanwhile. */
	const takeTurn = () => {
		turn = Math.max(Date.now(), turn + 1);
		hidden("turn").value = turn;
		return turn;
	};

	/* Whoever signed in again, here or elsewhere, has another token since. */
	const renew = async () => {
		const page = await fetch(location.href, { redirect: "manual", signal: under?.signal });
		const token = page.ok ? new DOMParser().parseFromString(await page.text(), "text/html").querySelector("input[name=_csrf]")?.value : undefined;
		if (!token || token === hidden("_csrf").value) {
			return false;
		}
		document.querySelectorAll("input[name=_csrf]").forEach((field) => { field.value = token; });
		return true;
	};

	const send = async () => {
		clearTimeout(timer);
		const sent = text();
		if (under || sent === kept || sent === refused) {
			return;
		}
		under = new AbortController();
		takeTurn();
		try {
			let response = await post(fields(), []);
			if (response.status === 403 && await renew()) {
				response = await post(fields(), []);
			}
			if (response.status === 401 || response.status === 403) {
				sayLocally("signed-out");
				again();
			}
			else {
				answered(response.status, await response.text(), sent);
			}
		}
		catch (failure) {
			if (failure.name !== "AbortError") {
				sayLocally(stored ? "offline" : "unkept");
				again();
			}
		}
		finally {
			under = undefined;
		}
		if (failures === 0 && text() !== sent) {
			touched();
		}
	};

	const touched = () => {
		submitting = false;
		if (text() === kept) {
			return;
		}
		stored = shelf.put(Date.now());
		clearTimeout(timer);
		timer = setTimeout(send, pause);
	};

	/* Whoever leaves ends the burst: what they typed becomes a revision. */
	const leave = () => {
		const typed = text();
		if (submitting || typed === refused || (typed === kept && line.dataset.outcome !== "kept")) {
			return;
		}
		under?.abort();
		under = undefined;
		clearTimeout(timer);
		// Until a page says that it has arrived.
		shelf.put(takeTurn());
		post(fields(), [["leaving", "true"]]).catch(() => {});
	};

	const restore = (entry) => {
		const sender = document.createElement("form");
		sender.method = "post";
		sender.action = `${settings.dataset.address}/rows`;
		[...entry.fields, ["_csrf", hidden("_csrf").value]].forEach(([name, value]) => {
			const field = document.createElement("input");
			field.type = "hidden";
			field.name = name;
			field.value = value;
			sender.append(field);
		});
		document.body.append(sender);
		submitting = true;
		sender.submit();
	};

	const offer = (entry) => {
		const notice = document.querySelector("[data-left-over]");
		const at = notice.querySelector("[data-left-over-at]");
		at.dateTime = new Date(entry.turn).toISOString();
		at.textContent = new Date(entry.turn).toLocaleString();
		notice.querySelector("[data-restore]").addEventListener("click", () => restore(entry));
		notice.querySelector("[data-forget]").addEventListener("click", () => {
			shelf.forget(entry.key);
			notice.hidden = true;
		});
		notice.hidden = false;
	};

	/* Whoever follows a link to a new form wants a new one; whoever reloads it wants what stood there. */
	const isReturn = performance.getEntriesByType("navigation")[0]?.type !== "navigate";

	/* Last words may have been on their way when this page was made, or have got nowhere. The server takes them only from who has seen everything. */
	const sendAgain = async (entry) => {
		try {
			const response = await post(entry.fields.filter(([name]) => name !== "turn"), [["turn", entry.turn], ["leaving", "true"]]);
			const next = new DOMParser().parseFromString(await response.text(), "text/html").getElementById("saved");
			if (response.status !== 200 || !next?.dataset.address || text() !== kept) {
				offer(entry);
				return;
			}
			shelf.forget(entry.key);
			if (settings.dataset.experiment || isReturn) {
				submitting = true;
				location.replace(next.dataset.address);
			}
		}
		catch {
			offer(entry);
		}
	};

	const lookBack = () => {
		const last = shelf.lastForm(here);
		const left = shelf.all().filter((entry) => {
			const arrived = entry.window === line.dataset.window && entry.turn <= Number(line.dataset.turn);
			if (arrived || Date.now() - entry.turn > oldest) {
				shelf.forget(entry.key);
			}
			return !arrived && entry.window !== here;
		});
		if (left.length > 0) {
			(settings.dataset.experiment || left[0].window === last ? sendAgain : offer)(left[0]);
		}
	};

	form.addEventListener("input", touched);
	form.addEventListener("change", touched);
	form.addEventListener("submit", () => {
		submitting = true;
		clearTimeout(timer);
		hidden("turn").value = Date.now();
		if (text() !== kept) {
			shelf.put(Number(hidden("turn").value));
		}
	});
	document.querySelectorAll("[data-drop]").forEach((drop) => drop.addEventListener("submit", () => {
		submitting = true;
		clearTimeout(timer);
		shelf.forget();
	}));
	document.addEventListener("visibilitychange", () => {
		if (document.hidden && !submitting) {
			send();
		}
	});
	window.addEventListener("pagehide", leave);
	window.addEventListener("pageshow", (event) => {
		if (event.persisted) {
			location.reload();
		}
	});
	window.addEventListener("online", () => { send(); });

	form.querySelectorAll("[data-leave]").forEach((link) => { link.textContent = link.dataset.kept; });
	if (settings.dataset.opened) {
		lookBack();
	}
	else {
		shelf.lastForm(here);
		kept = undefined;
		touched();
	}
})();
