/* Doorstep: small comforts. Every page works without this file; nothing here is the only way to do a thing.
   Hooks are data attributes: data-say, data-print, data-copy, data-auto, data-keep, data-key, data-rows, data-offline. */
(function () {
  "use strict";

  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
  const on = (target, type, handler) => target.addEventListener(type, handler);

  /* 读给我听: only where a Chinese voice exists. Short pieces, because some engines stop after fifteen seconds. */
  function chineseVoice() {
    return window.speechSynthesis.getVoices().find((voice) => /^(zh|cmn)/i.test(voice.lang));
  }

  function textOf(node) {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent;
    if (node.nodeType !== Node.ELEMENT_NODE || node.hidden) return "";
    if (node.matches("form, svg, script, .no-print, [data-unread]")) return "";
    const inner = Array.from(node.childNodes).map(textOf).join("");
    return node.matches("h1, h2, h3, p, li, div, dt, dd, tr") ? inner + "。" : inner;
  }

  function sentences(root) {
    return textOf(root).replace(/\s+/g, " ").split(/[。！？；\n]+/).map((part) => part.trim()).filter(Boolean);
  }

  function label(button, text) {
    const place = button.querySelector("[data-say-label]");
    if (place) place.textContent = text;
  }

  function hush(button) {
    window.speechSynthesis.cancel();
    button.setAttribute("aria-pressed", "false");
    label(button, "读给我听");
  }

  function say(button) {
    const voice = chineseVoice();
    const parts = sentences(document.querySelector(button.dataset.say));
    button.setAttribute("aria-pressed", "true");
    label(button, "停下");
    parts.forEach((part, index) => {
      const utterance = new SpeechSynthesisUtterance(part);
      utterance.lang = "zh-CN";
      utterance.voice = voice;
      utterance.rate = 0.9;
      if (index === parts.length - 1) utterance.onend = () => hush(button);
      window.speechSynthesis.speak(utterance);
    });
  }

  function readAloud() {
    const buttons = all("[data-say]");
    if (!buttons.length || !("speechSynthesis" in window)) return;
    const show = () => { if (chineseVoice()) buttons.forEach((button) => { button.hidden = false; }); };
    show();
    if (window.speechSynthesis.addEventListener) on(window.speechSynthesis, "voiceschanged", show);
    buttons.forEach((button) => on(button, "click", () => {
      if (button.getAttribute("aria-pressed") === "true") hush(button); else say(button);
    }));
    on(window, "pagehide", () => window.speechSynthesis.cancel());
  }

  function printing() {
    all("[data-print]").forEach((button) => {
      button.hidden = false;
      on(button, "click", () => window.print());
    });
  }

  /* Copying: the new way where allowed (https), else a selected text field. */
  function copyText(text) {
    if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
    const area = document.createElement("textarea");
    area.value = text;
    document.body.appendChild(area);
    area.select();
    const copied = document.execCommand("copy");
    area.remove();
    return copied ? Promise.resolve() : Promise.reject(new Error("copy refused"));
  }

  function copying() {
    all("[data-copy]").forEach((button) => {
      const place = button.querySelector("span") || button;
      button.hidden = false;
      button.setAttribute("aria-live", "polite");
      on(button, "click", () => copyText(button.dataset.copy).then(
        () => { place.textContent = "复制好了"; },
        () => { place.textContent = "这台手机不让复制，长按链接试试"; }
      ));
    });
  }

  /* A second tap does not send a form twice. The button stays enabled while the form is read, or its value would be lost. */
  function singleSubmit() {
    on(document, "submit", (event) => {
      const form = event.target;
      if (form.dataset.sent) { event.preventDefault(); return; }
      if (form.method !== "post" || event.defaultPrevented) return;
      form.dataset.sent = "1";
      all("button", form).forEach((button) => button.setAttribute("aria-disabled", "true"));
    });
    on(window, "pageshow", () => all("form[data-sent]").forEach((form) => {
      delete form.dataset.sent;
      all("button", form).forEach((button) => button.removeAttribute("aria-disabled"));
    }));
  }

  function autoSubmit() {
    all("form[data-auto]").forEach((form) => {
      on(form, "change", () => form.submit());
      all("[data-auto-hide]", form).forEach((button) => { button.hidden = true; });
    });
  }

  /* Text typed into form[data-keep="name"] survives a slip of the thumb; it lives in this tab only and goes with the answer. */
  function keepable(form) {
    return all("input, textarea", form).filter((field) =>
      field.name && !field.hasAttribute("data-secret") && !/^(hidden|password|checkbox|radio|file|submit)$/.test(field.type));
  }

  function restore(form, key) {
    const texts = JSON.parse(sessionStorage.getItem(key) || "{}");
    keepable(form).forEach((field) => { if (!field.value && texts[field.name]) field.value = texts[field.name]; });
  }

  function keepTexts() {
    all("form[data-keep]").forEach((form) => {
      const key = "keep:" + form.dataset.keep;
      try {
        restore(form, key);
        on(form, "input", () => {
          const texts = {};
          keepable(form).forEach((field) => { texts[field.name] = field.value; });
          sessionStorage.setItem(key, JSON.stringify(texts));
        });
        on(form, "submit", () => sessionStorage.removeItem(key));
      } catch (error) { /* private mode: nothing is kept */ }
    });
  }

  /* Keys at the desk: data-key="a" presses or focuses; J and K walk through tables with data-rows. */
  function walkRows(step) {
    const links = all("[data-rows] tbody a[href]");
    const here = links.indexOf(document.activeElement);
    const next = links[Math.max(0, Math.min(links.length - 1, here + step))];
    if (next) next.focus();
    return Boolean(next);
  }

  function pressKey(event) {
    const key = event.key.toLowerCase();
    const target = all("[data-key]").find((node) => node.dataset.key.toLowerCase() === key);
    if (target) {
      if (target.matches("input, textarea, select")) target.focus(); else target.click();
      event.preventDefault();
    } else if ((key === "j" || key === "k") && walkRows(key === "j" ? 1 : -1)) {
      event.preventDefault();
    }
  }

  function keys() {
    on(document, "keydown", (event) => {
      const writing = event.target.matches && event.target.matches("input, textarea, select, [contenteditable]");
      if (writing && event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.form) {
        const button = event.target.form.querySelector("button:not([type=button])");
        if (button) button.click();
      } else if (!writing && !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing) {
        pressKey(event);
      }
    });
  }

  function offline() {
    const show = () => all("[data-offline]").forEach((bar) => { bar.hidden = navigator.onLine; });
    on(window, "online", show);
    on(window, "offline", show);
    show();
  }

  on(document, "DOMContentLoaded", () => {
    readAloud(); printing(); copying(); singleSubmit(); autoSubmit(); keepTexts(); keys(); offline();
    const problem = document.querySelector("[data-focus]");
    if (problem) problem.focus();
  });
})();
