CREATE TABLE "conflict_days" (
	"partner_id" uuid NOT NULL,
	"day" text NOT NULL,
	"asked" integer NOT NULL,
	CONSTRAINT "conflict_days_partner_id_day_pk" PRIMARY KEY("partner_id","day")
);
--> statement-breakpoint
CREATE TABLE "conflict_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"conflict_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "conflict_proof_parts" (
	"conflict_id" uuid NOT NULL,
	"part" integer NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "conflict_proof_parts_conflict_id_part_pk" PRIMARY KEY("conflict_id","part")
);
--> statement-breakpoint
CREATE TABLE "conflicts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"device_id" uuid NOT NULL,
	"asker_partner_id" uuid NOT NULL,
	"asker_customer_id" uuid NOT NULL,
	"asked_by" uuid NOT NULL,
	"upload_id" uuid NOT NULL,
	"row" integer NOT NULL,
	"serial" text collate "C" NOT NULL,
	"manufacturer" text NOT NULL,
	"model" text NOT NULL,
	"product_key" text collate "C" NOT NULL,
	"hashed" boolean NOT NULL,
	"order_reference" text NOT NULL,
	"note" text NOT NULL,
	"proof_type" text NOT NULL,
	"proof_bytes" integer NOT NULL,
	"proof_at" timestamp (3) with time zone NOT NULL,
	"holder_customer_id" uuid NOT NULL,
	"registrar_id" uuid NOT NULL,
	"registered" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"answer_by" timestamp (3) with time zone NOT NULL,
	"escalated_at" timestamp (3) with time zone,
	"escalated_why" text,
	"refusal" text,
	"refused_by" uuid,
	"closed_at" timestamp (3) with time zone,
	"closed_by" text,
	"closed_by_user" uuid,
	"answer" text
);
--> statement-breakpoint
ALTER TABLE "conflict_days" ADD CONSTRAINT "conflict_days_partner_id_tenants_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_notes" ADD CONSTRAINT "conflict_notes_conflict_id_conflicts_id_fk" FOREIGN KEY ("conflict_id") REFERENCES "public"."conflicts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_notes" ADD CONSTRAINT "conflict_notes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_proof_parts" ADD CONSTRAINT "conflict_proof_parts_conflict_id_conflicts_id_fk" FOREIGN KEY ("conflict_id") REFERENCES "public"."conflicts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflicts" ADD CONSTRAINT "conflicts_asker_partner_id_tenants_id_fk" FOREIGN KEY ("asker_partner_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflicts" ADD CONSTRAINT "conflicts_asker_customer_id_tenants_id_fk" FOREIGN KEY ("asker_customer_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflicts" ADD CONSTRAINT "conflicts_asked_by_users_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflicts" ADD CONSTRAINT "conflicts_upload_id_uploads_id_fk" FOREIGN KEY ("upload_id") REFERENCES "public"."uploads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflicts" ADD CONSTRAINT "conflicts_holder_customer_id_tenants_id_fk" FOREIGN KEY ("holder_customer_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflicts" ADD CONSTRAINT "conflicts_registrar_id_tenants_id_fk" FOREIGN KEY ("registrar_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflicts" ADD CONSTRAINT "conflicts_refused_by_users_id_fk" FOREIGN KEY ("refused_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflicts" ADD CONSTRAINT "conflicts_closed_by_user_users_id_fk" FOREIGN KEY ("closed_by_user") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "conflict_notes_conflict" ON "conflict_notes" USING btree ("conflict_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "conflicts_open" ON "conflicts" USING btree ("device_id","asker_partner_id") WHERE state in ('asked', 'escalated');--> statement-breakpoint
CREATE INDEX "conflicts_asker" ON "conflicts" USING btree ("asker_partner_id","asker_customer_id","id");--> statement-breakpoint
CREATE INDEX "conflicts_holder" ON "conflicts" USING btree ("holder_customer_id","id");--> statement-breakpoint
CREATE INDEX "conflicts_registrar" ON "conflicts" USING btree ("registrar_id","id");--> statement-breakpoint
CREATE INDEX "conflicts_state" ON "conflicts" USING btree ("state","escalated_at","id");