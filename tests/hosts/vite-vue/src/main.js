import "clause-explorer";
import "clause-explorer/clause-explorer.css";
import { createApp } from "vue";
import Page from "./Page.vue";

createApp(Page).mount("#app");
