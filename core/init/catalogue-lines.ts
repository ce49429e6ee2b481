import type { CatalogueProposal, ProposedModel, ProposedTeam } from './propose-catalogue.ts'
import { yamlList, yamlText } from './yaml-text.ts'

const MOST_TEAMS = 200
const MOST_MODELS = 1_000
const MOST_REVIEWERS = 20
/** Of the names that contradict each other, so many are shown. */
const MOST_NAMES = 5

/** The sections `teams` and `models`. */
export function catalogueLines({ teams, models, reviewers }: CatalogueProposal): readonly string[] {
  return [
    '# The names that tags hold, with the number of resources. Delete what is a mistake: it becomes a finding.',
    ...(teams.length === 0
      ? [
          '# No team is named in a tag yet:',
          '# teams:',
          '#   fraud-ml: { cost-center: eng-risk, budget: 5000 }',
        ]
      : ['teams:', ...teams.slice(0, MOST_TEAMS).map(teamLine)]),
    ...more(teams.length - MOST_TEAMS),
    ...(reviewers.length === 0 ? [] : reviewerLines(reviewers)),
    ...(models.length === 0
      ? [
          '# No model is named in a tag yet:',
          '# models:',
          '#   fraud_xgb_v7: { team: fraud-ml, monthly-predictions: 42e6 }',
        ]
      : ['models:', ...models.slice(0, MOST_MODELS).flatMap(modelLines)]),
    ...more(models.length - MOST_MODELS),
  ]
}

function reviewerLines(reviewers: readonly string[]): readonly string[] {
  return [
    '  # Further teams of CODEOWNERS:',
    ...reviewers
      .slice(0, MOST_REVIEWERS)
      .map((team) => `  # ${yamlText(team.slice(team.indexOf('/') + 1))}: { review: ${yamlText(team)} }`),
  ]
}

function teamLine({ name, count, costCenters, review }: ProposedTeam): string {
  const [costCenter, ...others] = costCenters
  const facts = [
    ...(costCenter !== undefined && others.length === 0 ? [`cost-center: ${yamlText(costCenter)}`] : []),
    ...(review === undefined ? [] : [`review: ${yamlText(review)}`]),
  ]
  const open =
    others.length === 0 ? '' : `, with several cost centres: ${yamlList(costCenters.slice(0, MOST_NAMES))}`
  return `  ${yamlText(name)}: ${mapping(facts)} # ${count}${open}`
}

/** A model of several teams is left without one: whose it is, somebody has to say. */
function modelLines({ name, count, teams, projects }: ProposedModel): readonly string[] {
  const [team, ...otherTeams] = teams
  const [project, ...otherProjects] = projects
  const facts = [
    ...(team !== undefined && otherTeams.length === 0 ? [`team: ${yamlText(team)}`] : []),
    ...(project !== undefined && otherProjects.length === 0 ? [`project: ${yamlText(project)}`] : []),
  ]
  const open = otherTeams.length === 0 ? '' : `, of several teams: ${yamlList(teams.slice(0, MOST_NAMES))}`
  return [`  ${yamlText(name)}: ${mapping(facts)} # ${count}${open}`]
}

function mapping(facts: readonly string[]): string {
  return facts.length === 0 ? '{}' : `{ ${facts.join(', ')} }`
}

function more(left: number): readonly string[] {
  return left > 0 ? [`  # ${left} more are left out.`] : []
}
