import { findBillAnomalies } from '../../bills/find-bill-anomalies.ts'
import { readBill } from '../../bills/read-bill.ts'
import { stateIdsIn } from '../../cli/state-ids.ts'
import { readChangeLogFile } from '../../cli/trees/change-log-file.ts'
import { locateFolder } from '../../cli/trees/locate-folder.ts'
import { type AnomalyReport, findConfig, linkChanges } from '../../core/index.ts'

const STANDARD = {
  rule: undefined,
  leastExcess: undefined,
  drops: false,
  since: undefined,
  asOf: undefined,
}

/** The anomalies of the bill's last complete day, by the configuration of a folder. */
export async function readAnomalies(
  files: readonly string[],
  folder: string,
  changes: string | undefined,
  states: readonly string[],
): Promise<AnomalyReport> {
  const { below, tree } = locateFolder(folder)
  const { config } = findConfig(tree, below)
  const bill = await readBill(files, config, undefined)
  try {
    const today = new Date().toISOString().slice(0, 10)
    const options = { ...STANDARD, today }
    const { report } = await findBillAnomalies(bill, config, undefined, options, stateIdsIn(states))
    return linkChanges(report, changes === undefined ? [] : readChangeLogFile(changes))
  } finally {
    bill.close()
  }
}

/** The month of the last complete day. */
export const periodOf = ({ asOf }: AnomalyReport): string => asOf.slice(0, 7)
