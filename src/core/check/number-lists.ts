/** Lists of numbers one behind the other: those of list `i` are `items[from[i]]` to before `items[from[i + 1]]`. */
export interface NumberLists {
  from: Uint32Array
  items: Uint32Array
}

/** Puts lists one behind the other: to go from one to the next then costs no jump through memory. */
export function numberLists(lists: readonly (readonly number[])[]): NumberLists {
  const from = new Uint32Array(lists.length + 1)
  lists.forEach((list, i) => {
    from[i + 1] = from[i]! + list.length
  })
  const items = new Uint32Array(from[lists.length]!)
  lists.forEach((list, i) => {
    items.set(list, from[i]!)
  })
  return { from, items }
}
