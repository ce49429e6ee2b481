import { setFlagsFromString } from 'node:v8'

/**
 * How much may be garbage before it is collected, in percent of what is not. Each keystroke replaces what was evaluated
 * of its root modules, and V8 by itself lets that grow to four times what is alive before it looks.
 */
const GARBAGE = 50

/** Before much is read: what a server holds is to be near what it needs. */
export function keepHeapSmall(): void {
  setFlagsFromString(`--heap-growing-percent=${GARBAGE}`)
}
