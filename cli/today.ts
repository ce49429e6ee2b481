/** Which day it is, `2026-11-21`. SOURCE_DATE_EPOCH says so, where it is set. */
export function today(): string {
  const epoch = process.env.SOURCE_DATE_EPOCH
  const now = epoch !== undefined && /^\d+$/.test(epoch) ? new Date(Number(epoch) * 1_000) : new Date()
  return now.toISOString().slice(0, 10)
}
