CREATE TABLE "audit_calls" (
	"request_id" text collate "C" NOT NULL,
	"seq" bigint NOT NULL,
	CONSTRAINT "audit_calls_request_id_seq_pk" PRIMARY KEY("request_id","seq")
);
--> statement-breakpoint
ALTER TABLE "tenants" ALTER COLUMN "sort_name" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "tenants" ALTER COLUMN "domain" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "users" ALTER COLUMN "email" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "consent_requests" ADD COLUMN "email_key" text collate "C";--> statement-breakpoint
ALTER TABLE "consent_requests" ADD COLUMN "organization_key" text collate "C";--> statement-breakpoint
ALTER TABLE "consent_requests" ADD COLUMN "resent_by" uuid;--> statement-breakpoint
ALTER TABLE "uploads" ADD COLUMN "file_name_key" text collate "C";--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "name_key" text collate "C";--> statement-breakpoint
ALTER TABLE "consent_requests" ADD CONSTRAINT "consent_requests_resent_by_users_id_fk" FOREIGN KEY ("resent_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_calls_request" ON "api_calls" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "audit_events_subject" ON "audit_events" USING btree ("subject_id","seq");--> statement-breakpoint
CREATE INDEX "conflicts_closed" ON "conflicts" USING btree ("closed_at","created_at");--> statement-breakpoint
CREATE INDEX "conflicts_asker_customer" ON "conflicts" USING btree ("asker_customer_id","id");--> statement-breakpoint
CREATE INDEX "conflicts_device" ON "conflicts" USING btree ("device_id","id");--> statement-breakpoint
CREATE INDEX "consent_requests_customer" ON "consent_requests" USING btree ("customer_id","created_at","id");--> statement-breakpoint
CREATE INDEX "consent_requests_email" ON "consent_requests" USING btree ("email_key","id");--> statement-breakpoint
CREATE INDEX "consent_requests_organization" ON "consent_requests" USING btree ("organization_key","id");--> statement-breakpoint
CREATE INDEX "consent_requests_state" ON "consent_requests" USING btree ("state","created_at","expires_at");--> statement-breakpoint
CREATE INDEX "consent_requests_decided" ON "consent_requests" USING btree ("decided_at","state","created_at");--> statement-breakpoint
CREATE INDEX "uploads_partner" ON "uploads" USING btree ("partner_id","id");--> statement-breakpoint
CREATE INDEX "uploads_file" ON "uploads" USING btree ("file_name_key","id");--> statement-breakpoint
CREATE INDEX "uploads_created" ON "uploads" USING btree ("created_at","state");--> statement-breakpoint
CREATE INDEX "uploads_failed" ON "uploads" USING btree ("created_at","failure_code") WHERE "uploads"."failure_code" is not null;--> statement-breakpoint
CREATE INDEX "tenants_name" ON "tenants" USING btree ("sort_name","id");--> statement-breakpoint
CREATE INDEX "users_name" ON "users" USING btree ("name_key","id");--> statement-breakpoint
CREATE INDEX "consents_customer" ON "consents" USING btree ("customer_id","revoked_at");--> statement-breakpoint
CREATE INDEX "consents_granted" ON "consents" USING btree ("granted_at");--> statement-breakpoint
CREATE INDEX "removal_requests_closed" ON "removal_requests" USING btree ("closed_at","created_at");--> statement-breakpoint
UPDATE "users" SET "name_key" = substr(lower("name"), 1, 200);--> statement-breakpoint
UPDATE "consent_requests" SET "email_key" = nullif(substr(lower(trim("recipient_email")), 1, 200), ''), "organization_key" = nullif(substr(lower(trim("recipient_organization")), 1, 200), '');--> statement-breakpoint
UPDATE "uploads" SET "file_name_key" = substr(lower("file_name"), 1, 200) WHERE "file_name" IS NOT NULL;