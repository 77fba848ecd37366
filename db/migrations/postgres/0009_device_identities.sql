CREATE TABLE "device_identities" (
	"id" uuid PRIMARY KEY NOT NULL,
	"device_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"registrar_id" uuid NOT NULL,
	"serial" text collate "C",
	"manufacturer" text NOT NULL,
	"model" text NOT NULL,
	"product_key" text collate "C",
	"hash_digest" "bytea",
	"hash" "bytea",
	"since" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"replaced_by" text NOT NULL,
	"reason" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "device_identities_device" ON "device_identities" USING btree ("device_id","until","id");--> statement-breakpoint
CREATE INDEX "device_identities_customer" ON "device_identities" USING btree ("customer_id","device_id");--> statement-breakpoint
CREATE INDEX "device_identities_serial" ON "device_identities" USING btree ("serial");--> statement-breakpoint
CREATE INDEX "device_identities_product_key" ON "device_identities" USING btree ("product_key");--> statement-breakpoint
CREATE INDEX "device_identities_hash" ON "device_identities" USING btree ("hash_digest");