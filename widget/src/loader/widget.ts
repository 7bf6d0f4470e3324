import { mountWidget } from './mount'

// Runs in other people's pages: one tag, no globals, and a second copy of the tag changes nothing.
const tag = document.currentScript
if (tag instanceof HTMLScriptElement && tag.dataset.site) {
  const snippet = { origin: new URL(tag.src).origin, site: tag.dataset.site, label: tag.dataset.label ?? 'Ask us' }
  if (document.body) mountWidget(snippet)
  else addEventListener('DOMContentLoaded', () => mountWidget(snippet))
}
