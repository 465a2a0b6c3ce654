import { createRouter, createWebHistory } from 'vue-router'
import About from './About.vue'
import Article from './Article.vue'
import Home from './Home.vue'

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', component: Home },
    { path: '/about', component: About },
    { path: '/read/:slug', component: Article, props: true },
  ],
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
})
