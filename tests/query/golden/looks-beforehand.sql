SELECT CAST(count(DISTINCT "status") AS VARCHAR) AS n0 FROM (SELECT "status" FROM "shop"."sales" LIMIT 100000) AS s;
SELECT CAST(min("id") AS VARCHAR) AS low, CAST(max("id") AS VARCHAR) AS high, CAST(count("id") AS VARCHAR) AS filled FROM "shop"."sales";
