import { type PlainType, use } from './plain-type.ts'

const CONFORMANCE_EVALUATIONS = use(
  'Evaluations',
  'monthly_rule_evaluations',
  'evaluations',
  'config/conformance_evaluation',
  'Evaluations',
  'evaluation',
)

const RULE_EVALUATIONS = use(
  'Evaluations',
  'monthly_rule_evaluations',
  'evaluations',
  [
    { sku: 'config/evaluation/tier1', from: 0 },
    { sku: 'config/evaluation/tier2_100k', from: 100_000 },
    { sku: 'config/evaluation/tier3_500k', from: 500_000 },
  ],
  'Evaluations',
  'evaluation',
)

export const SECURITY: readonly PlainType[] = [
  {
    type: 'aws_cloudhsm_v2_hsm',
    service: 'AWS CloudHSM',
    fixed: { description: 'HSM', sku: 'cloudhsm/hsm' },
  },
  {
    type: 'aws_cognito_user_pool',
    service: 'Amazon Cognito',
    byUse: [
      use('Active users', 'monthly_active_users', 'users', 'cognito/user', 'User-Months', 'active user'),
    ],
  },
  {
    type: 'aws_config_config_rule',
    service: 'AWS Config',
    byUse: [RULE_EVALUATIONS],
  },
  {
    type: 'aws_config_configuration_recorder',
    service: 'AWS Config',
    byUse: [
      use(
        'Configuration items',
        'monthly_config_items',
        'items',
        'config/item',
        'Configuration-Items',
        'configuration item',
      ),
    ],
  },
  {
    type: 'aws_config_conformance_pack',
    service: 'AWS Config',
    byUse: [CONFORMANCE_EVALUATIONS],
  },
  {
    type: 'aws_config_organization_conformance_pack',
    service: 'AWS Config',
    byUse: [CONFORMANCE_EVALUATIONS],
  },
  {
    type: 'aws_config_organization_custom_policy_rule',
    service: 'AWS Config',
    byUse: [RULE_EVALUATIONS],
  },
  {
    type: 'aws_config_organization_custom_rule',
    service: 'AWS Config',
    byUse: [RULE_EVALUATIONS],
  },
  {
    type: 'aws_config_organization_managed_rule',
    service: 'AWS Config',
    byUse: [RULE_EVALUATIONS],
  },
  {
    type: 'aws_detective_graph',
    service: 'Amazon Detective',
    byUse: [use('Data', 'monthly_data_ingested_gb', 'GB', 'detective/ingest', 'GB')],
  },
  {
    type: 'aws_fms_policy',
    service: 'AWS Firewall Manager',
    fixed: { description: 'Policy', sku: 'fms/policy', pricingUnit: 'Policy-Months' },
  },
  {
    type: 'aws_guardduty_detector',
    service: 'Amazon GuardDuty',
    byUse: [
      use(
        'Management events',
        'monthly_cloudtrail_events',
        'events',
        'guardduty/cloudtrail',
        'Events',
        'event analysed',
      ),
      use('Flow and DNS logs', 'monthly_log_gb', 'GB', 'guardduty/logs', 'GB', 'the GB analysed'),
    ],
  },
  {
    type: 'aws_guardduty_malware_protection_plan',
    service: 'Amazon GuardDuty',
    byUse: [use('Data scanned', 'monthly_scanned_gb', 'GB', 'guardduty/malware/s3', 'GB', 'the GB scanned')],
  },
  {
    type: 'aws_inspector2_enabler',
    service: 'Amazon Inspector',
    byUse: [
      use(
        'Instances scanned',
        'monthly_instances',
        'instances',
        'inspector/ec2',
        'Instance-Months',
        'instance scanned',
      ),
    ],
  },
  {
    type: 'aws_macie2_account',
    service: 'Amazon Macie',
    byUse: [use('Data inspected', 'monthly_inspected_gb', 'GB', 'macie/data', 'GB', 'the GB inspected')],
  },
  {
    type: 'aws_macie2_classification_job',
    service: 'Amazon Macie',
    byUse: [use('Data inspected', 'monthly_inspected_gb', 'GB', 'macie/data', 'GB', 'the GB inspected')],
  },
  {
    type: 'aws_securityhub_account',
    service: 'AWS Security Hub',
    byUse: [use('Checks', 'monthly_checks', 'checks', 'securityhub/check', 'Checks', 'check')],
  },
  {
    type: 'aws_shield_subscription',
    service: 'AWS Shield',
    fixed: { description: 'Subscription', sku: 'shield/subscription', pricingUnit: 'Subscription-Months' },
  },
  {
    type: 'aws_verifiedpermissions_policy_store',
    service: 'Amazon Verified Permissions',
    byUse: [
      use(
        'Authorization requests',
        'monthly_requests',
        'requests',
        'verifiedpermissions/request',
        'Requests',
        'request',
      ),
    ],
  },
  {
    type: 'aws_wafv2_web_acl_rule',
    service: 'AWS WAF',
    fixed: { description: 'Rule', sku: 'waf/rule', pricingUnit: 'Rule-Months' },
  },
]
