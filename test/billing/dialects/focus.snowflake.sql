-- Snowflake: one row a charge, whatever the export. What is missing is NULL.
CREATE VIEW "charges" AS
SELECT
  SUBSTR(NULLIF(NULLIF(NULLIF(TRIM(CAST("ChargePeriodStart" AS VARCHAR), ' \t\r\n'), ''), 'NULL'), 'null'), 1, 10) AS "day",
  COALESCE(CAST(NULL AS VARCHAR), NULLIF(NULLIF(NULLIF(TRIM(CAST("ProviderName" AS VARCHAR), ' \t\r\n'), ''), 'NULL'), 'null'), NULLIF(NULLIF(NULLIF(TRIM(CAST("PublisherName" AS VARCHAR), ' \t\r\n'), ''), 'NULL'), 'null')) AS "provider",
  COALESCE(NULLIF(NULLIF(NULLIF(TRIM(CAST("SubAccountId" AS VARCHAR), ' \t\r\n'), ''), 'NULL'), 'null'), NULLIF(NULLIF(NULLIF(TRIM(CAST("BillingAccountId" AS VARCHAR), ' \t\r\n'), ''), 'NULL'), 'null')) AS "account",
  NULLIF(NULLIF(NULLIF(TRIM(CAST("ServiceName" AS VARCHAR), ' \t\r\n'), ''), 'NULL'), 'null') AS "service",
  NULLIF(NULLIF(NULLIF(TRIM(CAST("RegionId" AS VARCHAR), ' \t\r\n'), ''), 'NULL'), 'null') AS "region",
  COALESCE(CAST(NULL AS VARCHAR), NULLIF(NULLIF(NULLIF(TRIM(CAST("ResourceId" AS VARCHAR), ' \t\r\n'), ''), 'NULL'), 'null')) AS "resource",
  COALESCE(CAST(NULL AS VARCHAR), NULLIF(NULLIF(NULLIF(TRIM(CAST("ResourceName" AS VARCHAR), ' \t\r\n'), ''), 'NULL'), 'null')) AS "resourceName",
  (CASE WHEN LOWER(NULLIF(NULLIF(NULLIF(TRIM(CAST("ServiceName" AS VARCHAR), ' \t\r\n'), ''), 'NULL'), 'null')) IN ('aws support', 'aws support (basic)', 'aws support (developer)', 'aws support (business)', 'aws support (enterprise)', 'aws premium support', 'support') THEN 'Support' ELSE (CASE WHEN LOWER(NULLIF(NULLIF(NULLIF(TRIM(CAST("ChargeCategory" AS VARCHAR), ' \t\r\n'), ''), 'NULL'), 'null')) IN ('usage') THEN 'Usage' WHEN LOWER(NULLIF(NULLIF(NULLIF(TRIM(CAST("ChargeCategory" AS VARCHAR), ' \t\r\n'), ''), 'NULL'), 'null')) IN ('purchase') THEN 'Purchase' WHEN LOWER(NULLIF(NULLIF(NULLIF(TRIM(CAST("ChargeCategory" AS VARCHAR), ' \t\r\n'), ''), 'NULL'), 'null')) IN ('tax') THEN 'Tax' WHEN LOWER(NULLIF(NULLIF(NULLIF(TRIM(CAST("ChargeCategory" AS VARCHAR), ' \t\r\n'), ''), 'NULL'), 'null')) IN ('credit') THEN 'Credit' WHEN LOWER(NULLIF(NULLIF(NULLIF(TRIM(CAST("ChargeCategory" AS VARCHAR), ' \t\r\n'), ''), 'NULL'), 'null')) IN ('adjustment') THEN 'Adjustment' ELSE 'Usage' END) END) AS "category",
  (CASE WHEN LOWER(NULLIF(NULLIF(NULLIF(TRIM(CAST("CommitmentDiscountStatus" AS VARCHAR), ' \t\r\n'), ''), 'NULL'), 'null')) IN ('used') THEN 'Used' WHEN LOWER(NULLIF(NULLIF(NULLIF(TRIM(CAST("CommitmentDiscountStatus" AS VARCHAR), ' \t\r\n'), ''), 'NULL'), 'null')) IN ('unused') THEN 'Unused' ELSE CAST(NULL AS VARCHAR) END) AS "commitment",
  NULLIF(NULLIF(NULLIF(TRIM(CAST("BillingCurrency" AS VARCHAR), ' \t\r\n'), ''), 'NULL'), 'null') AS "currency",
  COALESCE(NULLIF(NULLIF(NULLIF(TRIM(CAST("ConsumedUnit" AS VARCHAR), ' \t\r\n'), ''), 'NULL'), 'null'), NULLIF(NULLIF(NULLIF(TRIM(CAST("PricingUnit" AS VARCHAR), ' \t\r\n'), ''), 'NULL'), 'null')) AS "unit",
  COALESCE(NULLIF(NULLIF(NULLIF(TRIM(CAST(GET(TRY_PARSE_JSON("Tags"), 'team') AS VARCHAR), ' \t\r\n'), ''), 'NULL'), 'null'), NULLIF(NULLIF(NULLIF(TRIM(CAST(GET(TRY_PARSE_JSON("Tags"), 'user:team') AS VARCHAR), ' \t\r\n'), ''), 'NULL'), 'null'), NULLIF(NULLIF(NULLIF(TRIM(CAST(GET(TRY_PARSE_JSON("Tags"), 'Team') AS VARCHAR), ' \t\r\n'), ''), 'NULL'), 'null')) AS "team",
  CAST(NULL AS VARCHAR) AS "project",
  COALESCE(NULLIF(NULLIF(NULLIF(TRIM(CAST(GET(TRY_PARSE_JSON("Tags"), 'model_id') AS VARCHAR), ' \t\r\n'), ''), 'NULL'), 'null'), NULLIF(NULLIF(NULLIF(TRIM(CAST(GET(TRY_PARSE_JSON("Tags"), 'user:model_id') AS VARCHAR), ' \t\r\n'), ''), 'NULL'), 'null'), NULLIF(NULLIF(NULLIF(TRIM(CAST(GET(TRY_PARSE_JSON("Tags"), 'Model-ID') AS VARCHAR), ' \t\r\n'), ''), 'NULL'), 'null')) AS "model",
  COALESCE(NULLIF(NULLIF(NULLIF(TRIM(CAST(GET(TRY_PARSE_JSON("Tags"), 'lifecycle_phase') AS VARCHAR), ' \t\r\n'), ''), 'NULL'), 'null'), NULLIF(NULLIF(NULLIF(TRIM(CAST(GET(TRY_PARSE_JSON("Tags"), 'user:lifecycle_phase') AS VARCHAR), ' \t\r\n'), ''), 'NULL'), 'null')) AS "phase",
  NULLIF(NULLIF(NULLIF(TRIM(CAST(GET(TRY_PARSE_JSON("Tags"), 'environment') AS VARCHAR), ' \t\r\n'), ''), 'NULL'), 'null') AS "environment",
  CAST(NULL AS VARCHAR) AS "costCenter",
  CAST(NULL AS VARCHAR) AS "experiment",
  NULLIF(NULLIF(NULLIF(TRIM(CAST(GET(TRY_PARSE_JSON("Tags"), 'expires_at') AS VARCHAR), ' \t\r\n'), ''), 'NULL'), 'null') AS "expires",
  CAST(NULL AS VARCHAR) AS "pools",
  TRY_TO_DECIMAL(NULLIF(NULLIF(NULLIF(TRIM(CAST("BilledCost" AS VARCHAR), ' \t\r\n'), ''), 'NULL'), 'null'), 38, 10) AS "billed",
  TRY_TO_DECIMAL(NULLIF(NULLIF(NULLIF(TRIM(CAST("EffectiveCost" AS VARCHAR), ' \t\r\n'), ''), 'NULL'), 'null'), 38, 10) AS "effective",
  COALESCE(TRY_TO_DECIMAL(NULLIF(NULLIF(NULLIF(TRIM(CAST("ConsumedQuantity" AS VARCHAR), ' \t\r\n'), ''), 'NULL'), 'null'), 38, 10), TRY_TO_DECIMAL(NULLIF(NULLIF(NULLIF(TRIM(CAST("PricingQuantity" AS VARCHAR), ' \t\r\n'), ''), 'NULL'), 'null'), 38, 10)) AS "quantity"
FROM "billing"."exports";

-- The control total: the groups of the next query add up to it, or shards are missing.
SELECT COALESCE(SUM("billed"), 0) AS "billed", COALESCE(SUM("effective"), 0) AS "effective", COALESCE(SUM("quantity"), 0) AS "quantity", COUNT(*) AS "rows", SUM(CASE WHEN "billed" IS NULL THEN 1 ELSE 0 END) AS "unreadableBilled", SUM(CASE WHEN "effective" IS NULL THEN 1 ELSE 0 END) AS "unreadableEffective", MIN("day") AS "firstDay", MAX("day") AS "lastDay"
FROM "charges"
WHERE "day" >= '2026-10-01' AND "day" < '2026-11-01';

-- All that the tables of the report are made from.
SELECT "day", "provider", "account", "service", "category", "commitment", "currency", "unit", "pools", "team", "project", "model", "phase", "environment", "costCenter", "experiment", COALESCE(SUM("billed"), 0) AS "billed", COALESCE(SUM("effective"), 0) AS "effective", COALESCE(SUM("quantity"), 0) AS "quantity", COUNT(*) AS "rows", SUM(CASE WHEN "billed" IS NULL THEN 1 ELSE 0 END) AS "unreadableBilled", SUM(CASE WHEN "effective" IS NULL THEN 1 ELSE 0 END) AS "unreadableEffective", MIN("day") AS "firstDay", MAX("day") AS "lastDay"
FROM "charges"
WHERE "day" >= '2026-10-01' AND "day" < '2026-11-01'
GROUP BY "day", "provider", "account", "service", "category", "commitment", "currency", "unit", "pools", "team", "project", "model", "phase", "environment", "costCenter", "experiment";

-- The dearest resources that lack a tag.
SELECT "resource", "resourceName", "service", "account", "currency", "team", "project", "model", "phase", "environment", "costCenter", "experiment", COALESCE(SUM("billed"), 0) AS "billed", COALESCE(SUM("effective"), 0) AS "effective", COALESCE(SUM("quantity"), 0) AS "quantity", COUNT(*) AS "rows", SUM(CASE WHEN "billed" IS NULL THEN 1 ELSE 0 END) AS "unreadableBilled", SUM(CASE WHEN "effective" IS NULL THEN 1 ELSE 0 END) AS "unreadableEffective", MIN("day") AS "firstDay", MAX("day") AS "lastDay"
FROM "charges"
WHERE "day" >= '2026-10-01' AND "day" < '2026-11-01' AND ("team" IS NULL OR "model" IS NULL) AND "resource" IS NOT NULL
GROUP BY "resource", "resourceName", "service", "account", "currency", "team", "project", "model", "phase", "environment", "costCenter", "experiment"
ORDER BY 14 DESC, "resource" NULLS FIRST, "resourceName" NULLS FIRST, "service" NULLS FIRST, "account" NULLS FIRST, "currency" NULLS FIRST, "team" NULLS FIRST, "project" NULLS FIRST, "model" NULLS FIRST, "phase" NULLS FIRST, "environment" NULLS FIRST, "costCenter" NULLS FIRST, "experiment" NULLS FIRST
LIMIT 100;

-- What is billed past its end.
SELECT "resource", "resourceName", "service", "account", "currency", "team", "project", "model", "phase", "environment", "costCenter", "experiment", "expires", COALESCE(SUM("billed"), 0) AS "billed", COALESCE(SUM("effective"), 0) AS "effective", COALESCE(SUM("quantity"), 0) AS "quantity", COUNT(*) AS "rows", SUM(CASE WHEN "billed" IS NULL THEN 1 ELSE 0 END) AS "unreadableBilled", SUM(CASE WHEN "effective" IS NULL THEN 1 ELSE 0 END) AS "unreadableEffective", MIN("day") AS "firstDay", MAX("day") AS "lastDay"
FROM "charges"
WHERE "day" >= '2026-10-01' AND "day" < '2026-11-01' AND "expires" IS NOT NULL
GROUP BY "resource", "resourceName", "service", "account", "currency", "team", "project", "model", "phase", "environment", "costCenter", "experiment", "expires"
ORDER BY 15 DESC, "resource" NULLS FIRST, "resourceName" NULLS FIRST, "service" NULLS FIRST, "account" NULLS FIRST, "currency" NULLS FIRST, "team" NULLS FIRST, "project" NULLS FIRST, "model" NULLS FIRST, "phase" NULLS FIRST, "environment" NULLS FIRST, "costCenter" NULLS FIRST, "experiment" NULLS FIRST, "expires" NULLS FIRST
LIMIT 100;
