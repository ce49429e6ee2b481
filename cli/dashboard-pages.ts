import {
  type BillReport,
  type ChargeGroup,
  type Config,
  type Dashboard,
  dashboards,
  dearestResourcesQuery,
  type GroupQuery,
  htmlDashboard,
  htmlTeamDashboard,
  type PeriodBill,
} from '../core/index.ts'

/** A file of a folder of dashboards. */
export interface DashboardPage {
  readonly name: string
  readonly text: string
}

const INDEX = 'index.html'

/** What the pages ask of a bill besides its report; the first answer is `dashboardPages`' resources. */
export const dashboardQueries = (bill: PeriodBill): readonly GroupQuery[] => [dearestResourcesQuery(bill)]

/** `index.html` and a page for each team, each whole by itself. */
export function dashboardPages(
  report: BillReport,
  bill: PeriodBill,
  earlier: readonly PeriodBill[],
  config: Config,
  resources: readonly ChargeGroup[] = [],
): readonly DashboardPage[] {
  const all = dashboards(report, bill, earlier, config, resources)
  const names = fileNames(all.teams.map(teamOf))
  const options = {
    colour: false,
    width: 80,
    indexFile: INDEX,
    fileOf: (team: string) => names.get(team),
  }
  return [
    { name: INDEX, text: htmlDashboard(all, options) },
    ...all.teams.map((team) => ({
      name: names.get(teamOf(team))!,
      text: htmlTeamDashboard(team, options),
    })),
  ]
}

const teamOf = ({ scope }: Dashboard): string => (scope.kind === 'team' ? scope.team : '')

/** Names come from tags: of each, only letters and digits become part of a path. */
function fileNames(teams: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const used = new Set<string>()
  for (const team of teams) {
    const plain = team
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60)
    let name = `team-${plain}.html`
    for (let again = 2; used.has(name); again++) name = `team-${plain}-${again}.html`
    used.add(name)
    names.set(team, name)
  }
  return names
}
