import { BillError } from '../bills/open-bill.ts'
import type { ReadableBill } from '../bills/read-bill.ts'
import { type ChargeGroup, controlQuery, type Period } from '../core/index.ts'

/** Says which days a bill has, where it has nothing of those that were asked for. */
export async function mustHaveCharges(
  bill: ReadableBill,
  files: readonly string[],
  groups: readonly ChargeGroup[],
  period: Period | undefined,
): Promise<void> {
  if (groups.length > 0) return
  const [[all] = []] = await bill.groups([controlQuery(undefined)])
  if (!all || all.rows === 0) throw new BillError(`${files.join(', ')}: there are no charges in it`)
  const asked = period ? ` from ${period.from} until ${period.until}` : ''
  const { firstDay, lastDay } = all
  const has = firstDay === undefined ? 'none has a day' : `its charges are of ${firstDay} to ${lastDay}`
  throw new BillError(`${files.join(', ')}: there are no charges${asked}. ${has}`)
}
