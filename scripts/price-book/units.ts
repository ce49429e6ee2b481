/** The facts' units in FOCUS's unit format. A unit that is not listed fails the build. */
const PRICING_UNITS: Readonly<Record<string, string>> = {
  '1m-tokens': '1000000 Tokens',
  'acu-hour': 'ACU-Hours',
  'alarm-month': 'Alarm-Months',
  'dpu-hour': 'DPU-Hours',
  'dsu-hour': 'DSU-Hours',
  ecpu: 'ECPUs',
  gb: 'GB',
  'gb-hour': 'GB-Hours',
  'gb-month': 'GB-Months',
  'gb-second': 'GB-Seconds',
  hour: 'Hours',
  'iops-month': 'IOPS-Months',
  'key-month': 'Key-Months',
  'lcu-hour': 'LCU-Hours',
  'mbps-month': 'MiBps-Months',
  'mcu-hour': 'MCU-Hours',
  'mdpu-hour': 'M-DPU-Hours',
  'metric-month': 'Metric-Months',
  'model-unit-hour': 'Model-Unit-Hours',
  'object-month': 'Object-Months',
  'partition-hour': 'Partition-Hours',
  'rcu-hour': 'RCU-Hours',
  request: 'Requests',
  'rpu-hour': 'RPU-Hours',
  'secret-month': 'Secret-Months',
  'shard-hour': 'Shard-Hours',
  tb: 'TB',
  'vcpu-hour': 'vCPU-Hours',
  'wcu-hour': 'WCU-Hours',
}

export function pricingUnit(unit: string): string {
  const found = PRICING_UNITS[unit]
  if (found === undefined) throw new Error(`unknown unit "${unit}": list it in scripts/price-book/units.ts`)
  return found
}
