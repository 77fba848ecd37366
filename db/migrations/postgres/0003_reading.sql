CREATE TABLE "column_mappings" (
	"partner_id" uuid NOT NULL,
	"header_digest" text NOT NULL,
	"fields" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "column_mappings_partner_id_header_digest_pk" PRIMARY KEY("partner_id","header_digest")
);
--> statement-breakpoint
ALTER TABLE "uploads" ADD COLUMN "format" text;--> statement-breakpoint
ALTER TABLE "uploads" ADD COLUMN "header" text;--> statement-breakpoint
ALTER TABLE "uploads" ADD COLUMN "mapping" jsonb;--> statement-breakpoint
ALTER TABLE "uploads" ADD COLUMN "group_tag" text;--> statement-breakpoint
ALTER TABLE "column_mappings" ADD CONSTRAINT "column_mappings_partner_id_tenants_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;