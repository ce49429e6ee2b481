import { type PlainType, use } from './plain-type.ts'

const BEDROCK = 'Amazon Bedrock'
const AGENT_CORE = 'Amazon Bedrock AgentCore'
const SAGEMAKER = 'Amazon SageMaker'

/** Tokens of a model; each model has its own price, and no argument says how many there will be. */
const TOKENS = [
  use(
    'Input tokens',
    'monthly_input_tokens',
    'tokens',
    'bedrock/tokens/input',
    'Tokens',
    "the token, at its model's price",
  ),
  use(
    'Output tokens',
    'monthly_output_tokens',
    'tokens',
    'bedrock/tokens/output',
    'Tokens',
    "the token, at its model's price",
  ),
] as const

const AGENT_CORE_RUNTIME = [
  use('CPU', 'monthly_vcpu_hours', 'vCPU-hours', 'bedrock/agentcore/vcpu', 'vCPU-Hours'),
  use('Memory', 'monthly_memory_gb_hours', 'GB-hours', 'bedrock/agentcore/memory', 'GB-Hours'),
] as const

export const MACHINE_LEARNING: readonly PlainType[] = [
  { type: 'aws_bedrock_evaluation_job', service: BEDROCK, byUse: TOKENS },
  {
    type: 'aws_bedrock_guardrail',
    service: BEDROCK,
    byUse: [
      use(
        'Text units',
        'monthly_text_units',
        'text units of 1,000 characters',
        'bedrock/guardrail/text_unit',
        'Text-Units',
      ),
    ],
  },
  { type: 'aws_bedrock_inference_profile', service: BEDROCK, byUse: TOKENS },
  { type: 'aws_bedrockagent_agent', service: BEDROCK, byUse: TOKENS },
  { type: 'aws_bedrockagent_data_source', service: BEDROCK, byUse: [TOKENS[0]] },
  {
    type: 'aws_bedrockagent_flow',
    service: BEDROCK,
    byUse: [
      use(
        'Node transitions',
        'monthly_transitions',
        'node transitions',
        'bedrock/flow/transition',
        'Transitions',
      ),
    ],
  },
  { type: 'aws_bedrockagent_knowledge_base', service: BEDROCK, byUse: [TOKENS[0]] },
  { type: 'aws_bedrockagentcore_agent_runtime', service: AGENT_CORE, byUse: AGENT_CORE_RUNTIME },
  { type: 'aws_bedrockagentcore_browser', service: AGENT_CORE, byUse: AGENT_CORE_RUNTIME },
  { type: 'aws_bedrockagentcore_code_interpreter', service: AGENT_CORE, byUse: AGENT_CORE_RUNTIME },
  {
    type: 'aws_bedrockagentcore_gateway',
    service: AGENT_CORE,
    byUse: [use('Tool calls', 'monthly_requests', 'calls', 'bedrock/agentcore/gateway/request', 'Requests')],
  },
  {
    type: 'aws_bedrockagentcore_memory',
    service: AGENT_CORE,
    byUse: [use('Events', 'monthly_events', 'events', 'bedrock/agentcore/memory/event', 'Events')],
  },
  {
    type: 'aws_comprehend_document_classifier',
    service: 'Amazon Comprehend',
    byUse: [use('Training', 'monthly_training_hours', 'hours', 'comprehend/training', 'Hours')],
  },
  {
    type: 'aws_comprehend_entity_recognizer',
    service: 'Amazon Comprehend',
    byUse: [use('Training', 'monthly_training_hours', 'hours', 'comprehend/training', 'Hours')],
  },
  {
    type: 'aws_kendra_index',
    service: 'Amazon Kendra',
    fixed: { description: 'Index', sku: 'kendra/index' },
  },
  {
    type: 'aws_rekognition_stream_processor',
    service: 'Amazon Rekognition',
    byUse: [use('Video', 'monthly_minutes', 'minutes', 'rekognition/stream', 'Minutes')],
  },
  {
    type: 'aws_sagemaker_domain',
    service: SAGEMAKER,
    byUse: [
      use(
        'Home folders of its users',
        'storage_gb',
        'GB',
        'efs/standard/storage',
        'GB-Months',
        "what its users keep in their home folders; their apps' instances are resources of their own",
      ),
    ],
  },
  {
    type: 'aws_sagemaker_labeling_job',
    service: SAGEMAKER,
    byUse: [
      use('Labelled objects', 'monthly_objects', 'objects', 'sagemaker/ground_truth/object', 'Objects'),
    ],
  },
  {
    type: 'aws_sagemaker_mlflow_app',
    service: SAGEMAKER,
    byUse: [use('Stored metadata', 'storage_gb', 'GB', 'sagemaker/mlflow/storage', 'GB-Months')],
  },
]
