/**
 * What SARIF 2.1.0 asks of the parts that Ascribe writes (OASIS, sections 3.13 to 3.58), with no property besides: a
 * misspelled one fails. The committee's whole schema is not copied here, for its terms.
 */
const text = { type: 'string', minLength: 1 }
const whole = { type: 'integer', minimum: 1 }

function object(properties: object, ...required: readonly string[]): object {
  return { type: 'object', properties, required, additionalProperties: false }
}

function listOf(items: object): object {
  return { type: 'array', items }
}

const message = object({ text }, 'text')
const region = object(
  { startLine: whole, startColumn: whole, endLine: whole, endColumn: whole },
  'startLine',
  'startColumn',
  'endLine',
  'endColumn',
)
const physicalLocation = object(
  {
    artifactLocation: object({ uri: { type: 'string', format: 'uri-reference' }, uriBaseId: text }, 'uri'),
    region,
  },
  'artifactLocation',
  'region',
)
const location = object({
  id: { type: 'integer', minimum: 0 },
  physicalLocation,
  logicalLocations: listOf(object({ fullyQualifiedName: text, kind: text }, 'fullyQualifiedName')),
  message,
})
const level = { enum: ['none', 'note', 'warning', 'error'] }
const rule = object(
  {
    id: text,
    shortDescription: message,
    help: object({ text, markdown: text }, 'text'),
    defaultConfiguration: object({ level }),
    properties: { type: 'object' },
  },
  'id',
)
const result = object(
  {
    ruleId: text,
    ruleIndex: { type: 'integer', minimum: 0 },
    level,
    message,
    locations: listOf(location),
    relatedLocations: { ...listOf(location), uniqueItems: true },
    partialFingerprints: { type: 'object', additionalProperties: text },
    baselineState: { enum: ['new', 'unchanged', 'updated', 'absent'] },
    properties: { type: 'object' },
  },
  'message',
)
const notification = object({ level, message, locations: listOf(location) }, 'message')

export const SARIF_SHAPE = object(
  {
    $schema: { type: 'string', format: 'uri' },
    version: { const: '2.1.0' },
    runs: listOf(
      object(
        {
          tool: object(
            {
              driver: object(
                { name: text, semanticVersion: text, rules: { ...listOf(rule), uniqueItems: true } },
                'name',
              ),
            },
            'driver',
          ),
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          originalUriBaseIds: {
            type: 'object',
            additionalProperties: object({ description: message }),
          },
          invocations: listOf(
            object(
              {
                executionSuccessful: { type: 'boolean' },
                toolExecutionNotifications: listOf(notification),
              },
              'executionSuccessful',
            ),
          ),
          results: listOf(result),
        },
        'tool',
      ),
    ),
  },
  'version',
  'runs',
)
