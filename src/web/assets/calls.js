// The call form keeps itself, looks up sellers and is read while somebody talks. Without this script its buttons do the same.
;(() => {
  // A call that was taken is on the server; what this browser kept of it goes.
  const taken = document.querySelector('[data-taken]')
  if (taken) {
    localStorage.removeItem(`call:${taken.dataset.taken}`)
    document.querySelector('[data-next]').focus()
  }
  const form = document.querySelector('form[data-call]')
  if (!form) return
  const callId = form.dataset.call
  const path = `/calls/${callId}`
  const netKey = `call:${callId}`
  const saved = form.querySelector('[data-saved]')
  const live = form.querySelector('[data-live]')
  const attached = form.querySelector('[data-attached]')
  const files = form.querySelector('input[type="file"]')
  const mains = [...form.querySelectorAll('[data-main]')]

  const SAVE_AFTER = 800
  const CHECK_AFTER = 300
  const SUGGEST_AFTER = 150
  const NET_DAYS = 1

  // Everything but the files, as a form post would send it.
  function typed() {
    const data = new FormData(form)
    data.delete('files')
    return new URLSearchParams([...data].filter(([, value]) => typeof value === 'string'))
  }

  function told() {
    const data = typed()
    data.delete('csrf')
    data.delete('version')
    return data.toString()
  }

  // --- Keeping: on the server, and in this browser for as long as the server has not got it.

  let lastKept = told()
  let saving = null
  let saveTimer = 0
  let isStale = false
  let isLeaving = false

  function keepLater() {
    const now = told()
    if (now === lastKept || isStale) return
    localStorage.setItem(netKey, JSON.stringify({ told: now, at: Date.now() }))
    clearTimeout(saveTimer)
    saveTimer = setTimeout(keep, SAVE_AFTER)
  }

  async function keep() {
    clearTimeout(saveTimer)
    if (saving) return saving
    const sent = told()
    if (sent === lastKept || isStale) return
    saving = (async () => {
      try {
        const answer = await post(`${path}/draft`, typed())
        if (answer.status === 409) return stale()
        if (!answer.ok) return unsaved()
        const { version, said } = await answer.json()
        form.elements.version.value = version
        lastKept = sent
        if (told() === sent) localStorage.removeItem(netKey)
        saved.textContent = said
        saved.classList.remove('is-unsaved')
      } catch {
        unsaved()
      }
    })()
    await saving
    saving = null
    if (told() !== lastKept && !isStale) keepLater()
  }

  function unsaved() {
    saved.textContent = form.dataset.unsaved
    saved.classList.add('is-unsaved')
    clearTimeout(saveTimer)
    saveTimer = setTimeout(keep, 5 * SAVE_AFTER)
  }

  function stale() {
    isStale = true
    saved.textContent = form.dataset.stale
    saved.classList.add('is-unsaved')
  }

  function post(address, body, signal) {
    return fetch(address, { method: 'POST', body, signal, headers: { Accept: 'application/json' }, redirect: 'error' })
  }

  function restore() {
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith('call:')) continue
      const { at } = JSON.parse(localStorage.getItem(key) ?? '{}')
      if (!at || Date.now() - at > NET_DAYS * 86_400_000) localStorage.removeItem(key)
    }
    const net = localStorage.getItem(netKey)
    if (!net) return
    const kept = new URLSearchParams(JSON.parse(net).told)
    for (const element of form.elements) {
      if (!element.name || element.type === 'file' || ['csrf', 'version'].includes(element.name)) continue
      if (element.type === 'checkbox') element.checked = kept.getAll(element.name).includes(element.value)
      else if (kept.has(element.name)) element.value = kept.get(element.name)
    }
    saved.textContent = form.dataset.restored
    // Sent again even where the server has it already: its answer was lost with the page, and only an answer ends the browser's copy.
    lastKept = ''
    form.dispatchEvent(new Event('input'))
  }

  window.addEventListener('online', () => keep())
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && keep())

  // --- Reading along.

  let checkTimer = 0
  let checking = null

  function checkLater() {
    clearTimeout(checkTimer)
    checkTimer = setTimeout(check, CHECK_AFTER)
  }

  async function check() {
    checking?.abort()
    checking = new AbortController()
    const body = typed()
    body.set('part', 'panel')
    body.set('attached', attached.dataset.count ?? '0')
    const began = performance.now()
    try {
      const answer = await post(`${path}/check`, body, checking.signal)
      if (!answer.ok) return
      live.innerHTML = await answer.text()
      live.dataset.took = String(Math.round(performance.now() - began))
    } catch {
      // Aborted by the next look, or no network: what was seen stays.
    }
  }

  // --- Sellers on file.

  const seller = form.elements.seller_name
  const chosen = form.elements.operator_id
  const list = document.getElementById('sellers')
  const chosenNote = form.querySelector('[data-chosen]')
  let suggestTimer = 0
  let asked = 0

  seller.addEventListener('input', () => {
    chosen.value = ''
    chosenNote.textContent = ''
    clearTimeout(suggestTimer)
    suggestTimer = setTimeout(suggest, SUGGEST_AFTER)
  })
  seller.addEventListener('blur', () => setTimeout(closeList, 150))
  list.addEventListener('mousedown', (event) => {
    const option = event.target.closest('[role="option"]')
    if (option) choose(option)
  })

  async function suggest() {
    const words = seller.value.trim()
    if (words.length < 2) return closeList()
    const number = ++asked
    try {
      const answer = await fetch(`/calls/sellers?q=${encodeURIComponent(words)}`)
      if (!answer.ok || number !== asked || document.activeElement !== seller) return
      list.innerHTML = await answer.text()
      list.hidden = false
      seller.setAttribute('aria-expanded', 'true')
    } catch {
      closeList()
    }
  }

  function closeList() {
    list.hidden = true
    seller.setAttribute('aria-expanded', 'false')
    seller.removeAttribute('aria-activedescendant')
  }

  function options() {
    return [...list.querySelectorAll('[role="option"]')]
  }

  function mark(step) {
    const all = options()
    if (all.length === 0) return
    const at = all.findIndex((option) => option.getAttribute('aria-selected') === 'true')
    const next = at < 0 ? (step > 0 ? 0 : all.length - 1) : (at + step + all.length) % all.length
    for (const [i, option] of all.entries()) option.setAttribute('aria-selected', String(i === next))
    seller.setAttribute('aria-activedescendant', all[next].id)
    all[next].scrollIntoView({ block: 'nearest' })
  }

  function choose(option) {
    seller.value = option.dataset.name
    chosen.value = option.dataset.id
    chosenNote.replaceChildren(option.querySelector('.standing').cloneNode(true))
    closeList()
    keepLater()
    checkLater()
  }

  // --- Keys: Enter goes on to the next main field, Ctrl+Enter submits from anywhere.

  form.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      return form.requestSubmit(form.querySelector('button.primary'))
    }
    if (event.target === seller && !list.hidden) {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault()
        return mark(event.key === 'ArrowDown' ? 1 : -1)
      }
      if (event.key === 'Escape') return closeList()
      if (event.key === 'Enter') {
        const option = list.querySelector('[aria-selected="true"]')
        if (option) choose(option)
      }
    }
    if (event.key === 'Enter' && event.target.matches('input:not([type="file"], [type="checkbox"]), select')) {
      event.preventDefault()
      next(event.target)
    }
  })

  function next(from) {
    const after = mains.filter((main) => from.compareDocumentPosition(main) & Node.DOCUMENT_POSITION_FOLLOWING)
    ;(after[0] ?? form.querySelector('button.primary')).focus()
  }

  form.addEventListener('input', () => {
    keepLater()
    checkLater()
  })
  form.addEventListener('change', () => {
    keepLater()
    checkLater()
  })

  // --- Files go to the server as soon as they are chosen; what does not go through is sent with the form.

  files.addEventListener('change', async () => {
    if (files.files.length === 0) return
    await keep()
    const body = new FormData()
    body.set('csrf', form.elements.csrf.value)
    for (const file of files.files) body.append('files', file)
    try {
      const answer = await post(`${path}/files`, body)
      if (!answer.ok) throw new Error(String(answer.status))
      const { attached: count } = await answer.json()
      const names = [...files.files].map(({ name }) => name)
      attached.dataset.count = String(Number(attached.dataset.count ?? 0) + count)
      attached.textContent = [attached.textContent, ...names].filter(Boolean).join(' · ')
      files.value = ''
      checkLater()
    } catch {
      attached.textContent = form.dataset.attachFailed
    }
  })

  // --- Submitting waits for the last keeping, so that it carries the version kept last.

  form.addEventListener('submit', (event) => {
    if (isLeaving) return
    const button = event.submitter
    if (button?.hasAttribute('data-plain')) {
      event.preventDefault()
      return void check()
    }
    clearTimeout(saveTimer)
    if (saving) {
      event.preventDefault()
      return void saving.then(() => form.requestSubmit(button))
    }
    if (!navigator.onLine) {
      event.preventDefault()
      saved.textContent = form.dataset.unsent
      return
    }
    isLeaving = true
    checking?.abort()
  })
  window.addEventListener('pageshow', () => {
    isLeaving = false
  })

  restore()
  form.querySelector('[data-first]').focus()
  if (form.elements.story.value !== '') checkLater()
})()
