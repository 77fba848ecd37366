CREATE TABLE "surface_registrations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"upload_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"asked_by" uuid NOT NULL,
	"model" text NOT NULL,
	"reason" text NOT NULL,
	"proof_type" text NOT NULL,
	"proof_bytes" integer NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"taken_back_for" text
);
--> statement-breakpoint
ALTER TABLE "surface_registrations" ADD CONSTRAINT "surface_registrations_upload_id_uploads_id_fk" FOREIGN KEY ("upload_id") REFERENCES "public"."uploads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surface_registrations" ADD CONSTRAINT "surface_registrations_customer_id_tenants_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surface_registrations" ADD CONSTRAINT "surface_registrations_asked_by_users_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surface_registrations" ADD CONSTRAINT "surface_registrations_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "surface_registrations_upload" ON "surface_registrations" USING btree ("upload_id");--> statement-breakpoint
CREATE INDEX "surface_registrations_created" ON "surface_registrations" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "surface_registrations_customer" ON "surface_registrations" USING btree ("customer_id","created_at");