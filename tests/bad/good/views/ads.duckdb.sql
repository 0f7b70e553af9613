SELECT day, cost, revenue FROM raw.ads
