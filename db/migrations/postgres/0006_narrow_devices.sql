ALTER TABLE "uploads" ADD COLUMN "number" integer;--> statement-breakpoint
UPDATE "uploads" SET "number" = n.number FROM (SELECT id, row_number() OVER (ORDER BY id) AS number FROM "uploads") AS n WHERE n.id = "uploads".id;--> statement-breakpoint
ALTER TABLE "uploads" ALTER COLUMN "number" SET NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "uploads_number" ON "uploads" USING btree ("number");--> statement-breakpoint
INSERT INTO "locks" ("name", "revision") SELECT 'upload_numbers', max("number") FROM "uploads" HAVING count(*) > 0;--> statement-breakpoint
CREATE TABLE "makes" (
	"number" integer PRIMARY KEY NOT NULL,
	"manufacturer" text NOT NULL,
	"model" text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "makes_name" ON "makes" USING btree ("manufacturer","model");--> statement-breakpoint
INSERT INTO "makes" ("number", "manufacturer", "model")
SELECT row_number() OVER (ORDER BY manufacturer, model), manufacturer, model
FROM (SELECT DISTINCT manufacturer, model FROM "devices" WHERE manufacturer <> '' OR model <> '') AS named;--> statement-breakpoint
DROP INDEX "devices_serial";--> statement-breakpoint
DROP INDEX "devices_product_key";--> statement-breakpoint
DROP INDEX "devices_hash";--> statement-breakpoint
DROP INDEX "devices_customer";--> statement-breakpoint
ALTER TABLE "devices" RENAME TO "wide_devices";--> statement-breakpoint
ALTER TABLE "device_hashes" RENAME TO "wide_hashes";--> statement-breakpoint
CREATE TABLE "devices" (
	"upload" integer NOT NULL,
	"row" integer NOT NULL,
	"serial" text collate "C",
	"make" integer NOT NULL,
	"product_key" text collate "C",
	"hash_digest" "bytea",
	"group_tag" text collate "C",
	"order_number" text collate "C",
	"assigned_user" text,
	"moved_to" uuid,
	"registered_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "devices_upload_row_pk" PRIMARY KEY("upload","row")
);
--> statement-breakpoint
INSERT INTO "devices" ("upload", "row", "serial", "make", "product_key", "hash_digest", "group_tag", "order_number", "assigned_user", "moved_to", "registered_at")
SELECT u.number, d.row, d.serial, coalesce(m.number, 0), d.product_key, d.hash_digest, d.group_tag, d.order_number,
	d.assigned_user, CASE WHEN d.batch_id <> u.batch_id THEN d.batch_id END, d.registered_at
FROM "wide_devices" d JOIN "uploads" u ON u.id = d.upload_id
LEFT JOIN "makes" m ON m.manufacturer = d.manufacturer AND m.model = d.model;--> statement-breakpoint
CREATE UNIQUE INDEX "devices_serial" ON "devices" USING btree ("serial","make") WHERE "devices"."serial" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "devices_product_key" ON "devices" USING btree ("product_key") WHERE "devices"."product_key" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "devices_hash" ON "devices" USING btree ("hash_digest") WHERE "devices"."hash_digest" is not null;--> statement-breakpoint
CREATE INDEX "devices_group_tag" ON "devices" USING btree ("group_tag","upload","row") WHERE "devices"."group_tag" is not null;--> statement-breakpoint
CREATE INDEX "devices_order" ON "devices" USING btree ("order_number","upload","row") WHERE "devices"."order_number" is not null;--> statement-breakpoint
CREATE INDEX "devices_moved" ON "devices" USING btree ("moved_to","upload","row") WHERE "devices"."moved_to" is not null;--> statement-breakpoint
CREATE TABLE "device_counts" (
	"upload" integer NOT NULL,
	"batch_id" uuid NOT NULL,
	"devices" integer NOT NULL,
	CONSTRAINT "device_counts_upload_batch_id_pk" PRIMARY KEY("upload","batch_id")
);
--> statement-breakpoint
CREATE INDEX "device_counts_batch" ON "device_counts" USING btree ("batch_id");--> statement-breakpoint
INSERT INTO "device_counts" ("upload", "batch_id", "devices")
SELECT u.number, d.batch_id, count(*) FROM "wide_devices" d JOIN "uploads" u ON u.id = d.upload_id GROUP BY u.number, d.batch_id;--> statement-breakpoint
CREATE TABLE "device_hashes" (
	"upload" integer NOT NULL,
	"row" integer NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "device_hashes_upload_row_pk" PRIMARY KEY("upload","row")
);
--> statement-breakpoint
INSERT INTO "device_hashes" ("upload", "row", "hash")
SELECT u.number, d.row, decode(h.hash, 'base64') FROM "wide_hashes" h
JOIN "wide_devices" d ON d.id = h.device_id JOIN "uploads" u ON u.id = d.upload_id;--> statement-breakpoint
UPDATE "device_changes" SET "device_id" = (substr(d.upload_id::text, 1, 28) || lpad(to_hex(d.row), 8, '0'))::uuid
FROM "wide_devices" d WHERE d.id = "device_changes".device_id;--> statement-breakpoint
DROP TABLE "wide_hashes";--> statement-breakpoint
DROP TABLE "wide_devices";