-- One row per parcel, with a plain yes or no for "on time". A parcel without a delivery is late once its day has come.
-- 每件包裹一行，并给出是否准时；没有送达记录的即为不准时。
SELECT
  parcel_id,
  taken_on,
  promised_on,
  COALESCE(delivered_on <= promised_on, FALSE) AS on_time
FROM carrier.parcels
