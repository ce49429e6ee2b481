// Written by scripts/taggability/build.ts from @cdktf/provider-google-beta 16.12.1 (hashicorp/google-beta 6.50.0 schema) + hashicorp/terraform-provider-google e03b7622 (7.45+ new or newly labelled types; beta-only 7.x types missing). Do not edit.
import type { PackedTable } from './packed-table.ts'

// biome-ignore format: one type a line
export const googleBeta: PackedTable = {
  prefix: 'google_',
  limits: {
    maxTags: 64,
    keyPattern: '^[\\p{Ll}\\p{Lo}][\\p{Ll}\\p{Lo}\\p{N}_-]{0,62}$',
    valuePattern: '^[\\p{Ll}\\p{Lo}\\p{N}_-]{0,63}$',
  },
  facts: [
    {},
    {"path":"labels","defaults":true},
    {"nested":["destination_dataset.labels"]},
  ],
  types: `
0active_directory_peering:1
1pi_gateway_api:1
f_config:1
m_iam_binding
rmember
rpolicy
giam_binding
kmember
kpolicy
cgateway:1
j_iam_binding
omember
opolicy
1rtifact_registry_vpcsc_config
0bigquery_analytics_hub_data_exchange_subscription:2
0compute_backend_bucket_iam_binding
rmember
rpolicy
gservice_iam_binding
smember
spolicy
8future_reservation
8instance_from_machine_image:1
8machine_image
l_iam_binding
qmember
qpolicy
8network_edge_security_service
gfirewall_policy_packet_mirroring_rule
8region_backend_service_iam_binding
zmember
zpolicy
0dataflow_flex_template_job:1
5orm_repository_release_config
kworkflow_config
0firebase_android_app
apple_app
9database_instance
9extensions_instance
9hosting_channel:1
iustom_domain
hrelease
hsite
hversion
9project
9storage_bucket
9web_app
1older_service_identity
0gke_hub_membership_rbac_role_binding
0network_security_authorization_policy:1
arvices_service_lb_policies:1
0os_config_guest_policies
0project_service_identity
0runtimeconfig_config
k_iam_binding
pmember
ppolicy
evariable
0security_scanner_scan_config
2rvice_usage_consumer_quota_override
0tpu_v2_queued_resource
7vm:1
0vertex_ai_endpoint_iam_binding
nmember
npolicy
afeature_group_iam_binding
smember
spolicy
ionline_store_featureview_iam_binding
zureview_iam_member
zureview_iam_policy
viam_binding
zmember
zpolicy
hstore_entitytype_iam_binding
zam_member
zam_policy
niam_binding
rmember
rpolicy
ametadata_store
`,
}
