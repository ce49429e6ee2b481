-- Trino: one row a charge, whatever the export. What is missing is NULL.
CREATE VIEW "charges" AS
SELECT
  SUBSTR(NULLIF(NULLIF(NULLIF(REGEXP_REPLACE(CAST("ChargePeriodStart" AS VARCHAR), '^[ \t\r\n]+|[ \t\r\n]+$'), ''), 'NULL'), 'null'), 1, 10) AS "day",
  COALESCE(CAST(NULL AS VARCHAR), NULLIF(NULLIF(NULLIF(REGEXP_REPLACE(CAST("ProviderName" AS VARCHAR), '^[ \t\r\n]+|[ \t\r\n]+$'), ''), 'NULL'), 'null'), NULLIF(NULLIF(NULLIF(REGEXP_REPLACE(CAST("PublisherName" AS VARCHAR), '^[ \t\r\n]+|[ \t\r\n]+$'), ''), 'NULL'), 'null')) AS "provider",
  COALESCE(NULLIF(NULLIF(NULLIF(REGEXP_REPLACE(CAST("SubAccountId" AS VARCHAR), '^[ \t\r\n]+|[ \t\r\n]+$'), ''), 'NULL'), 'null'), NULLIF(NULLIF(NULLIF(REGEXP_REPLACE(CAST("BillingAccountId" AS VARCHAR), '^[ \t\r\n]+|[ \t\r\n]+$'), ''), 'NULL'), 'null')) AS "account",
  NULLIF(NULLIF(NULLIF(REGEXP_REPLACE(CAST("ServiceName" AS VARCHAR), '^[ \t\r\n]+|[ \t\r\n]+$'), ''), 'NULL'), 'null') AS "service",
  NULLIF(NULLIF(NULLIF(REGEXP_REPLACE(CAST("RegionId" AS VARCHAR), '^[ \t\r\n]+|[ \t\r\n]+$'), ''), 'NULL'), 'null') AS "region",
  COALESCE(CAST(NULL AS VARCHAR), NULLIF(NULLIF(NULLIF(REGEXP_REPLACE(CAST("ResourceId" AS VARCHAR), '^[ \t\r\n]+|[ \t\r\n]+$'), ''), 'NULL'), 'null')) AS "resource",
  COALESCE(CAST(NULL AS VARCHAR), NULLIF(NULLIF(NULLIF(REGEXP_REPLACE(CAST("ResourceName" AS VARCHAR), '^[ \t\r\n]+|[ \t\r\n]+$'), ''), 'NULL'), 'null')) AS "resourceName",
  (CASE WHEN LOWER(NULLIF(NULLIF(NULLIF(REGEXP_REPLACE(CAST("ServiceName" AS VARCHAR), '^[ \t\r\n]+|[ \t\r\n]+$'), ''), 'NULL'), 'null')) IN ('aws support', 'aws support (basic)', 'aws support (developer)', 'aws support (business)', 'aws support (enterprise)', 'aws premium support', 'support') THEN 'Support' ELSE (CASE WHEN LOWER(NULLIF(NULLIF(NULLIF(REGEXP_REPLACE(CAST("ChargeCategory" AS VARCHAR), '^[ \t\r\n]+|[ \t\r\n]+$'), ''), 'NULL'), 'null')) IN ('usage') THEN 'Usage' WHEN LOWER(NULLIF(NULLIF(NULLIF(REGEXP_REPLACE(CAST("ChargeCategory" AS VARCHAR), '^[ \t\r\n]+|[ \t\r\n]+$'), ''), 'NULL'), 'null')) IN ('purchase') THEN 'Purchase' WHEN LOWER(NULLIF(NULLIF(NULLIF(REGEXP_REPLACE(CAST("ChargeCategory" AS VARCHAR), '^[ \t\r\n]+|[ \t\r\n]+$'), ''), 'NULL'), 'null')) IN ('tax') THEN 'Tax' WHEN LOWER(NULLIF(NULLIF(NULLIF(REGEXP_REPLACE(CAST("ChargeCategory" AS VARCHAR), '^[ \t\r\n]+|[ \t\r\n]+$'), ''), 'NULL'), 'null')) IN ('credit') THEN 'Credit' WHEN LOWER(NULLIF(NULLIF(NULLIF(REGEXP_REPLACE(CAST("ChargeCategory" AS VARCHAR), '^[ \t\r\n]+|[ \t\r\n]+$'), ''), 'NULL'), 'null')) IN ('adjustment') THEN 'Adjustment' ELSE 'Usage' END) END) AS "category",
  (CASE WHEN LOWER(NULLIF(NULLIF(NULLIF(REGEXP_REPLACE(CAST("CommitmentDiscountStatus" AS VARCHAR), '^[ \t\r\n]+|[ \t\r\n]+$'), ''), 'NULL'), 'null')) IN ('used') THEN 'Used' WHEN LOWER(NULLIF(NULLIF(NULLIF(REGEXP_REPLACE(CAST("CommitmentDiscountStatus" AS VARCHAR), '^[ \t\r\n]+|[ \t\r\n]+$'), ''), 'NULL'), 'null')) IN ('unused') THEN 'Unused' ELSE CAST(NULL AS VARCHAR) END) AS "commitment",
  NULLIF(NULLIF(NULLIF(REGEXP_REPLACE(CAST("BillingCurrency" AS VARCHAR), '^[ \t\r\n]+|[ \t\r\n]+$'), ''), 'NULL'), 'null') AS "currency",
  COALESCE(NULLIF(NULLIF(NULLIF(REGEXP_REPLACE(CAST("ConsumedUnit" AS VARCHAR), '^[ \t\r\n]+|[ \t\r\n]+$'), ''), 'NULL'), 'null'), NULLIF(NULLIF(NULLIF(REGEXP_REPLACE(CAST("PricingUnit" AS VARCHAR), '^[ \t\r\n]+|[ \t\r\n]+$'), ''), 'NULL'), 'null')) AS "unit",
  COALESCE(NULLIF(NULLIF(NULLIF(REGEXP_REPLACE(COALESCE(JSON_EXTRACT_SCALAR(ELEMENT_AT(TRY(CAST(JSON_PARSE("Tags") AS MAP(VARCHAR, JSON))), 'team'), '$'), JSON_FORMAT(ELEMENT_AT(TRY(CAST(JSON_PARSE("Tags") AS MAP(VARCHAR, JSON))), 'team'))), '^[ \t\r\n]+|[ \t\r\n]+$'), ''), 'NULL'), 'null'), NULLIF(NULLIF(NULLIF(REGEXP_REPLACE(COALESCE(JSON_EXTRACT_SCALAR(ELEMENT_AT(TRY(CAST(JSON_PARSE("Tags") AS MAP(VARCHAR, JSON))), 'user:team'), '$'), JSON_FORMAT(ELEMENT_AT(TRY(CAST(JSON_PARSE("Tags") AS MAP(VARCHAR, JSON))), 'user:team'))), '^[ \t\r\n]+|[ \t\r\n]+$'), ''), 'NULL'), 'null'), NULLIF(NULLIF(NULLIF(REGEXP_REPLACE(COALESCE(JSON_EXTRACT_SCALAR(ELEMENT_AT(TRY(CAST(JSON_PARSE("Tags") AS MAP(VARCHAR, JSON))), 'Team'), '$'), JSON_FORMAT(ELEMENT_AT(TRY(CAST(JSON_PARSE("Tags") AS MAP(VARCHAR, JSON))), 'Team'))), '^[ \t\r\n]+|[ \t\r\n]+$'), ''), 'NULL'), 'null')) AS "team",
  CAST(NULL AS VARCHAR) AS "project",
  COALESCE(NULLIF(NULLIF(NULLIF(REGEXP_REPLACE(COALESCE(JSON_EXTRACT_SCALAR(ELEMENT_AT(TRY(CAST(JSON_PARSE("Tags") AS MAP(VARCHAR, JSON))), 'model_id'), '$'), JSON_FORMAT(ELEMENT_AT(TRY(CAST(JSON_PARSE("Tags") AS MAP(VARCHAR, JSON))), 'model_id'))), '^[ \t\r\n]+|[ \t\r\n]+$'), ''), 'NULL'), 'null'), NULLIF(NULLIF(NULLIF(REGEXP_REPLACE(COALESCE(JSON_EXTRACT_SCALAR(ELEMENT_AT(TRY(CAST(JSON_PARSE("Tags") AS MAP(VARCHAR, JSON))), 'user:model_id'), '$'), JSON_FORMAT(ELEMENT_AT(TRY(CAST(JSON_PARSE("Tags") AS MAP(VARCHAR, JSON))), 'user:model_id'))), '^[ \t\r\n]+|[ \t\r\n]+$'), ''), 'NULL'), 'null'), NULLIF(NULLIF(NULLIF(REGEXP_REPLACE(COALESCE(JSON_EXTRACT_SCALAR(ELEMENT_AT(TRY(CAST(JSON_PARSE("Tags") AS MAP(VARCHAR, JSON))), 'Model-ID'), '$'), JSON_FORMAT(ELEMENT_AT(TRY(CAST(JSON_PARSE("Tags") AS MAP(VARCHAR, JSON))), 'Model-ID'))), '^[ \t\r\n]+|[ \t\r\n]+$'), ''), 'NULL'), 'null')) AS "model",
  COALESCE(NULLIF(NULLIF(NULLIF(REGEXP_REPLACE(COALESCE(JSON_EXTRACT_SCALAR(ELEMENT_AT(TRY(CAST(JSON_PARSE("Tags") AS MAP(VARCHAR, JSON))), 'lifecycle_phase'), '$'), JSON_FORMAT(ELEMENT_AT(TRY(CAST(JSON_PARSE("Tags") AS MAP(VARCHAR, JSON))), 'lifecycle_phase'))), '^[ \t\r\n]+|[ \t\r\n]+$'), ''), 'NULL'), 'null'), NULLIF(NULLIF(NULLIF(REGEXP_REPLACE(COALESCE(JSON_EXTRACT_SCALAR(ELEMENT_AT(TRY(CAST(JSON_PARSE("Tags") AS MAP(VARCHAR, JSON))), 'user:lifecycle_phase'), '$'), JSON_FORMAT(ELEMENT_AT(TRY(CAST(JSON_PARSE("Tags") AS MAP(VARCHAR, JSON))), 'user:lifecycle_phase'))), '^[ \t\r\n]+|[ \t\r\n]+$'), ''), 'NULL'), 'null')) AS "phase",
  NULLIF(NULLIF(NULLIF(REGEXP_REPLACE(COALESCE(JSON_EXTRACT_SCALAR(ELEMENT_AT(TRY(CAST(JSON_PARSE("Tags") AS MAP(VARCHAR, JSON))), 'environment'), '$'), JSON_FORMAT(ELEMENT_AT(TRY(CAST(JSON_PARSE("Tags") AS MAP(VARCHAR, JSON))), 'environment'))), '^[ \t\r\n]+|[ \t\r\n]+$'), ''), 'NULL'), 'null') AS "environment",
  CAST(NULL AS VARCHAR) AS "costCenter",
  CAST(NULL AS VARCHAR) AS "experiment",
  NULLIF(NULLIF(NULLIF(REGEXP_REPLACE(COALESCE(JSON_EXTRACT_SCALAR(ELEMENT_AT(TRY(CAST(JSON_PARSE("Tags") AS MAP(VARCHAR, JSON))), 'expires_at'), '$'), JSON_FORMAT(ELEMENT_AT(TRY(CAST(JSON_PARSE("Tags") AS MAP(VARCHAR, JSON))), 'expires_at'))), '^[ \t\r\n]+|[ \t\r\n]+$'), ''), 'NULL'), 'null') AS "expires",
  CAST(NULL AS VARCHAR) AS "pools",
  TRY_CAST(NULLIF(NULLIF(NULLIF(REGEXP_REPLACE(CAST("BilledCost" AS VARCHAR), '^[ \t\r\n]+|[ \t\r\n]+$'), ''), 'NULL'), 'null') AS DECIMAL(38,10)) AS "billed",
  TRY_CAST(NULLIF(NULLIF(NULLIF(REGEXP_REPLACE(CAST("EffectiveCost" AS VARCHAR), '^[ \t\r\n]+|[ \t\r\n]+$'), ''), 'NULL'), 'null') AS DECIMAL(38,10)) AS "effective",
  COALESCE(TRY_CAST(NULLIF(NULLIF(NULLIF(REGEXP_REPLACE(CAST("ConsumedQuantity" AS VARCHAR), '^[ \t\r\n]+|[ \t\r\n]+$'), ''), 'NULL'), 'null') AS DECIMAL(38,10)), TRY_CAST(NULLIF(NULLIF(NULLIF(REGEXP_REPLACE(CAST("PricingQuantity" AS VARCHAR), '^[ \t\r\n]+|[ \t\r\n]+$'), ''), 'NULL'), 'null') AS DECIMAL(38,10))) AS "quantity"
FROM "billing"."exports";

-- The control total: the groups of the next query add up to it, or shards are missing.
SELECT COALESCE(SUM("billed"), 0) AS "billed", COALESCE(SUM("effective"), 0) AS "effective", COALESCE(SUM("quantity"), 0) AS "quantity", COUNT(*) AS "rows", SUM(CASE WHEN "billed" IS NULL OR "effective" IS NULL THEN 1 ELSE 0 END) AS "unreadable", MIN("day") AS "firstDay", MAX("day") AS "lastDay"
FROM "charges"
WHERE "day" >= '2026-10-01' AND "day" < '2026-11-01';

-- All that the tables of the report are made from.
SELECT "day", "provider", "account", "service", "category", "commitment", "currency", "unit", "pools", "team", "project", "model", "phase", "environment", "costCenter", "experiment", COALESCE(SUM("billed"), 0) AS "billed", COALESCE(SUM("effective"), 0) AS "effective", COALESCE(SUM("quantity"), 0) AS "quantity", COUNT(*) AS "rows", SUM(CASE WHEN "billed" IS NULL OR "effective" IS NULL THEN 1 ELSE 0 END) AS "unreadable", MIN("day") AS "firstDay", MAX("day") AS "lastDay"
FROM "charges"
WHERE "day" >= '2026-10-01' AND "day" < '2026-11-01'
GROUP BY "day", "provider", "account", "service", "category", "commitment", "currency", "unit", "pools", "team", "project", "model", "phase", "environment", "costCenter", "experiment";

-- The dearest resources that lack a tag.
SELECT "resource", "resourceName", "service", "account", "currency", "team", "project", "model", "phase", "environment", "costCenter", "experiment", COALESCE(SUM("billed"), 0) AS "billed", COALESCE(SUM("effective"), 0) AS "effective", COALESCE(SUM("quantity"), 0) AS "quantity", COUNT(*) AS "rows", SUM(CASE WHEN "billed" IS NULL OR "effective" IS NULL THEN 1 ELSE 0 END) AS "unreadable", MIN("day") AS "firstDay", MAX("day") AS "lastDay"
FROM "charges"
WHERE "day" >= '2026-10-01' AND "day" < '2026-11-01' AND ("team" IS NULL OR "model" IS NULL) AND "resource" IS NOT NULL
GROUP BY "resource", "resourceName", "service", "account", "currency", "team", "project", "model", "phase", "environment", "costCenter", "experiment"
ORDER BY 14 DESC, "resource" NULLS FIRST, "resourceName" NULLS FIRST, "service" NULLS FIRST, "account" NULLS FIRST, "currency" NULLS FIRST, "team" NULLS FIRST, "project" NULLS FIRST, "model" NULLS FIRST, "phase" NULLS FIRST, "environment" NULLS FIRST, "costCenter" NULLS FIRST, "experiment" NULLS FIRST
LIMIT 100;

-- What is billed past its end.
SELECT "resource", "resourceName", "service", "account", "currency", "team", "project", "model", "phase", "environment", "costCenter", "experiment", "expires", COALESCE(SUM("billed"), 0) AS "billed", COALESCE(SUM("effective"), 0) AS "effective", COALESCE(SUM("quantity"), 0) AS "quantity", COUNT(*) AS "rows", SUM(CASE WHEN "billed" IS NULL OR "effective" IS NULL THEN 1 ELSE 0 END) AS "unreadable", MIN("day") AS "firstDay", MAX("day") AS "lastDay"
FROM "charges"
WHERE "day" >= '2026-10-01' AND "day" < '2026-11-01' AND "expires" IS NOT NULL
GROUP BY "resource", "resourceName", "service", "account", "currency", "team", "project", "model", "phase", "environment", "costCenter", "experiment", "expires"
ORDER BY 15 DESC, "resource" NULLS FIRST, "resourceName" NULLS FIRST, "service" NULLS FIRST, "account" NULLS FIRST, "currency" NULLS FIRST, "team" NULLS FIRST, "project" NULLS FIRST, "model" NULLS FIRST, "phase" NULLS FIRST, "environment" NULLS FIRST, "costCenter" NULLS FIRST, "experiment" NULLS FIRST, "expires" NULLS FIRST
LIMIT 100;
