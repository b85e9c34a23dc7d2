// Comfort for the keyboard; every page works without it.
;(() => {
  const isTyping = (element) => element?.matches?.('input, textarea, select, [contenteditable]')
  const rows = () => [...document.querySelectorAll('[data-rows] .title')]

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    if (event.key === '/') {
      const search = document.querySelector('[data-search]')
      if (!search) return
      event.preventDefault()
      search.focus()
      search.select()
    }
    if (event.key === 'j' || event.key === 'k') move(event.key === 'j' ? 1 : -1)
    // A drawn paper is answered by one key; a key held down is no second answer.
    if (!event.repeat) document.querySelector(`[data-sample] [data-key="${CSS.escape(event.key)}"]:enabled`)?.click()
  })

  function move(step) {
    const all = rows()
    if (all.length === 0) return
    const at = all.indexOf(document.activeElement)
    const next = at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + step, 0), all.length - 1)
    all[next].focus()
    all[next].scrollIntoView({ block: 'nearest' })
  }

  // A finding that is folded away opens when an address names it.
  function unfold() {
    const named = document.getElementById(location.hash.slice(1))
    let folded = named?.closest('details:not([open])')
    if (!folded) return
    for (; folded; folded = folded.parentElement.closest('details:not([open])')) folded.open = true
    named.scrollIntoView()
  }
  window.addEventListener('hashchange', unfold)
  unfold()

  // A button that takes over what stands in another field, offered while that can be used and is not there already.
  for (const button of document.querySelectorAll('button[data-fills]')) {
    const { form } = button
    const { [button.dataset.from]: from, [button.dataset.fills]: to } = form.elements
    const offer = () => {
      button.hidden = from.value === '' || !from.validity.valid || from.value === to.value
    }
    button.addEventListener('click', () => {
      to.value = from.value
      to.focus()
      to.dispatchEvent(new Event('input', { bubbles: true }))
    })
    form.addEventListener('input', offer)
    offer()
  }

  // A region is looked for by what is typed of its code or its name, and called by its name once the code stands there.
  for (const input of document.querySelectorAll('input[data-regions]')) {
    const { list } = input
    const named = document.getElementById(`${input.id}-named`)
    const near = list.innerHTML
    let later = 0
    let asked = ''
    const callByName = () => {
      const option = [...list.options].find(({ value }) => value === input.value.trim())
      named.textContent = option ? option.text : ''
      return option !== undefined
    }
    const look = async () => {
      const typed = input.value.trim()
      if (typed === asked) return
      asked = typed
      if (typed === '') list.innerHTML = near
      else {
        const answer = await fetch(`/regions?${new URLSearchParams({ q: typed, within: input.dataset.regions })}`)
        // Not the list of a sign-in page, nor that of words typed before.
        if (!answer.ok || answer.redirected || typed !== asked) return
        list.innerHTML = await answer.text()
      }
      callByName()
    }
    input.addEventListener('input', () => {
      clearTimeout(later)
      if (!callByName()) later = setTimeout(() => look().catch(() => {}), 150)
    })
  }

  // While something waits the page asks again by itself, a minute at most; the count lives in the history entry and so outlasts a reload.
  const refreshed = history.state?.refreshed ?? 0
  if (document.querySelector('[data-refresh]') && refreshed < 20) {
    setTimeout(() => {
      history.replaceState({ refreshed: refreshed + 1 }, '')
      location.reload()
    }, 3000)
  }

  // A second click on a button that is already at work would only be told that the form is stale.
  document.addEventListener('submit', (event) => {
    if (event.target.method !== 'post' || event.defaultPrevented) return
    setTimeout(() => {
      for (const button of event.target.querySelectorAll('button')) button.disabled = true
    })
  })
  window.addEventListener('pageshow', () => {
    for (const button of document.querySelectorAll('form[method="post"] button:disabled')) button.disabled = false
  })
})()
