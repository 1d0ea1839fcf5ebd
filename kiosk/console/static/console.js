// What the pages gain from a browser that runs this: live changes, a sound, an alert. Without it they work by reloading.
(() => {
  "use strict";
  const byId = (id) => document.getElementById(id);
  const live = byId("live"), shared = byId("shared"), lost = byId("lost"), box = byId("sound"), calling = byId("calling");
  let audio = null, known = null;

  const tone = (at, pitch, length) => {
    const wave = audio.createOscillator(), loud = audio.createGain();
    wave.frequency.value = pitch;
    loud.gain.setValueAtTime(0.0001, at);
    loud.gain.exponentialRampToValueAtTime(0.5, at + 0.02);
    loud.gain.exponentialRampToValueAtTime(0.0001, at + length);
    wave.connect(loud).connect(audio.destination);
    wave.start(at);
    wave.stop(at + length);
    // The end comes only if the sound really ran.
    wave.onended = () => { document.body.dataset.sounded = Number(document.body.dataset.sounded || 0) + 1; };
  };
  const sound = (urgent) => {
    document.body.dataset.rang = Number(document.body.dataset.rang || 0) + 1;
    if (!audio || audio.state !== "running") {
      byId("mute").textContent = "Un appel est arrivé sans son : ce navigateur refuse de sonner. Touchez le bouton.";
      box.hidden = false;
      return;
    }
    for (let turn = 0; turn < (urgent ? 3 : 1); turn++) {
      tone(audio.currentTime + turn * 0.9, 880, 0.35);
      tone(audio.currentTime + turn * 0.9 + 0.3, 660, 0.5);
    }
  };
  const show = (box, html) => {
    const key = document.activeElement && document.activeElement.dataset.key;
    if (box.innerHTML === html) return;
    box.innerHTML = html;
    const again = key && box.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (again) again.focus();
  };
  const ring = (calls) => {
    const fresh = calls.filter((one) => known === null ? true : !known.has(one));
    known = new Set(calls);
    if (!fresh.length) return;
    sound(fresh.some((one) => !one.endsWith(".0")));
    if ("Notification" in window && Notification.permission === "granted") {
      try {
        const alert = new Notification("On vous appelle", { body: "Un visiteur attend à la borne.", tag: "appel", requireInteraction: true });
        alert.onshow = () => { document.body.dataset.alerted = Number(document.body.dataset.alerted || 0) + 1; };
        alert.onclick = () => { focus(); alert.close(); };
      } catch { /* Some telephones have no such alerts: there is the sound. */ }
    }
  };

  let heard = null;
  const listen = () => {
    heard = new EventSource("/events");
    heard.onopen = () => { lost.hidden = true; };
    heard.onerror = () => { lost.hidden = false; };
    heard.addEventListener("over", () => { heard.close(); location.href = "/enter"; });
    heard.onmessage = async (event) => {
      lost.hidden = true;
      const now = JSON.parse(event.data);
      document.title = document.title.replace(/^(\(\d+\) )?/, now.waiting ? `(${now.waiting}) ` : "");
      if (live) show(live, now.html); else calling.hidden = !now.waiting;
      ring(now.ring);
      if (shared) {
        const answer = await fetch(shared.dataset.body, { headers: { Accept: "text/html" }, redirect: "manual" });
        if (answer.ok) show(shared, await answer.text());
      }
    };
  };
  if (box) {
    listen();
    // A browser opens six lines to one place: a page that only waits for calls gives its line back while it is hidden.
    if (!live && !shared) document.addEventListener("visibilitychange", () => { heard.close(); if (!document.hidden) listen(); });
  }
  if (live || shared) {
    // A press answers without loading the page again; the change itself comes back as an event.
    document.addEventListener("submit", async (event) => {
      const form = event.target, button = event.submitter;
      if (!form.closest("#live, #shared") || (button && button.hasAttribute("data-leaves"))) return;
      event.preventDefault();
      if (button) button.disabled = true;
      const answer = await fetch(form.getAttribute("action"), { method: "POST", body: new URLSearchParams(new FormData(form)), headers: { Accept: "application/json" } });
      const said = (answer.headers.get("content-type") || "").includes("json") ? await answer.json() : null;
      if (said && said.sentence) {
        let told = document.querySelector(".told");
        if (!told) { told = document.createElement("p"); told.className = "told"; told.setAttribute("role", "status"); byId("main").prepend(told); }
        told.textContent = said.sentence;
      } else if (answer.status === 401 || answer.status === 403) location.reload();
    });
  }
  if (box) {
    const wake = () => {
      if (!audio) {
        audio = new AudioContext();
        audio.onstatechange = () => { box.hidden = audio.state === "running"; };
      }
      audio.resume();
      box.hidden = audio.state === "running";
    };
    wake();
    byId("unlock").addEventListener("click", () => {
      wake();
      if ("Notification" in window && Notification.permission === "default") Notification.requestPermission();
    });
    addEventListener("pointerdown", wake);
    addEventListener("keydown", wake);
  }
})();
