CREATE TABLE "batch_profiles" (
	"batch_id" uuid PRIMARY KEY NOT NULL,
	"run_id" uuid NOT NULL,
	"profile_id" uuid,
	"partner_id" uuid NOT NULL,
	"started_by" uuid NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"last_upload" integer NOT NULL,
	"last_row" integer NOT NULL,
	"done" integer NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"stopped" text
);
--> statement-breakpoint
CREATE TABLE "default_profiles" (
	"customer_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"profile_id" uuid NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "default_profiles_customer_id_partner_id_pk" PRIMARY KEY("customer_id","partner_id")
);
--> statement-breakpoint
CREATE TABLE "device_profiles" (
	"upload" integer NOT NULL,
	"row" integer NOT NULL,
	"source" text NOT NULL,
	"profile_id" uuid NOT NULL,
	CONSTRAINT "device_profiles_upload_row_source_pk" PRIMARY KEY("upload","row","source")
);
--> statement-breakpoint
CREATE TABLE "profile_counts" (
	"profile_id" uuid NOT NULL,
	"batch_id" uuid NOT NULL,
	"devices" integer NOT NULL,
	CONSTRAINT "profile_counts_profile_id_batch_id_pk" PRIMARY KEY("profile_id","batch_id")
);
--> statement-breakpoint
CREATE TABLE "profiles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"customer_id" uuid NOT NULL,
	"maker_id" uuid NOT NULL,
	"source" text NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"description" text NOT NULL,
	"settings" jsonb NOT NULL,
	"revision" integer NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "uploads" ADD COLUMN "profile_id" uuid;--> statement-breakpoint
ALTER TABLE "batch_profiles" ADD CONSTRAINT "batch_profiles_batch_id_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batch_profiles" ADD CONSTRAINT "batch_profiles_partner_id_tenants_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batch_profiles" ADD CONSTRAINT "batch_profiles_started_by_users_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "default_profiles" ADD CONSTRAINT "default_profiles_customer_id_tenants_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "default_profiles" ADD CONSTRAINT "default_profiles_partner_id_tenants_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "default_profiles" ADD CONSTRAINT "default_profiles_profile_id_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."profiles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "default_profiles" ADD CONSTRAINT "default_profiles_set_by_users_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profiles" ADD CONSTRAINT "profiles_customer_id_tenants_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profiles" ADD CONSTRAINT "profiles_maker_id_tenants_id_fk" FOREIGN KEY ("maker_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profiles" ADD CONSTRAINT "profiles_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "default_profiles_profile" ON "default_profiles" USING btree ("profile_id");--> statement-breakpoint
CREATE UNIQUE INDEX "profiles_name" ON "profiles" USING btree ("customer_id","maker_id","name_key");