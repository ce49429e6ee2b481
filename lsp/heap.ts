import { getHeapStatistics, setFlagsFromString } from 'node:v8'

/**
 * How much may be garbage before it is collected, in percent of what is not. Each keystroke replaces what was evaluated
 * of its root modules, and V8 by itself lets that grow to four times what is alive before it looks.
 */
const LEAST = 50
const MOST = 200
/** A small heap may have so many bytes of it all the same: to look through it again and again takes longer. */
const ROOM = 100 * 2 ** 20

/** Before much is read, and when it was: what a server holds is to be near what it needs. */
export function keepHeapSmall(): void {
  const percent = Math.round((ROOM / getHeapStatistics().used_heap_size) * 100)
  setFlagsFromString(`--heap-growing-percent=${Math.min(MOST, Math.max(LEAST, percent))}`)
}
