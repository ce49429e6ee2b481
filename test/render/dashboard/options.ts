import type { DashboardOptions } from '../../../core/render/html/dashboard/options.ts'

export const OPTIONS: DashboardOptions = {
  colour: false,
  width: 80,
  indexFile: 'index.html',
  fileOf: (team: string) => `${team}.html`,
}
