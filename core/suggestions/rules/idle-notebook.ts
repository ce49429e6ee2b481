import type { SuggestionRule } from './suggestion-rule.ts'

/** Ten hours on the 21.7 working days of a month. */
const WORKING_HOURS = 217
const HOURS_PER_MONTH = 730
const NOTEBOOKS = new Set([
  'aws_sagemaker_notebook_instance',
  'google_notebooks_instance',
  'google_workbench_instance',
])

export const idleNotebook: SuggestionRule = {
  id: 'idle-notebook',
  summary: 'A notebook that is stopped at night and on weekends: 217 of 730 hours.',
  risk: 'what runs overnight stops with it, and starting takes some minutes.',
  *offers({ charge, resource }) {
    const { pricingUnit, pricingQuantity, source, sourceDate } = charge
    // Other hours are stated already.
    if (!NOTEBOOKS.has(resource.type) || pricingUnit !== 'Hours' || pricingQuantity % HOURS_PER_MONTH !== 0)
      return
    const share = WORKING_HOURS / HOURS_PER_MONTH
    yield { what: `${WORKING_HOURS} of ${HOURS_PER_MONTH} hours a month`, share, source, sourceDate }
  },
}
